"""What the readers share: codes, periods, terms and segments of one resource."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.offering import Lifecycle
from catalog.period import ValidityPeriod
from catalog.problem import Severity
from catalog.tmf620 import intake
from catalog.tmf620.intake import Intake
from catalog.tmf620.json_node import Findings, JsonNode
from tests.catalog.tmf620.samples import a_node, codes

UUID = "7e9fd7e0-6a5b-4a84-9d3a-0c1f2f3a4b5c"


@pytest.mark.parametrize(
    ("identifier", "offering", "code"),
    [
        ("PSTN.RENT", "PSTN", "PSTN.RENT"),
        ("1747", "14", "14.1747"),
        ("1.0", "14", "14.1-0"),  # a further dot would make it a charge of offering 14.1
        ("14.a.b", "14", "14.14-a-b"),
        ("", "14", "14.P3"),
        (UUID, UUID, f"{UUID}.7e9fd7e0"),  # two of 36 characters do not fit into 64
    ],
)
def test_a_price_gets_the_code_of_a_charge(identifier: str, offering: str, code: str) -> None:
    """Ours is one already; any other becomes the part behind the dot."""
    node = a_node(id=identifier)
    assert intake.charge_code(node, offering, 3) == code
    assert codes(node) == []


def test_an_identifier_that_cannot_be_a_code_is_a_finding() -> None:
    """With its text; nothing is spelled anew."""
    node = a_node(id="基础 月租!")
    assert intake.code_of(node) == ""
    (problem,) = node.findings.everything()
    assert (problem.code, problem.where.column) == ("cell.not_a_code", "$[0].id")
    missing = a_node()
    assert intake.code_of(missing) == ""
    assert codes(missing) == ["exchange.member_missing"]


def test_a_price_is_found_by_its_name_or_where_it_stands() -> None:
    """One that is named must be in the file."""
    findings = Findings("f.json")
    shared = JsonNode({"id": "31"}, "$[1]", findings)
    offering = JsonNode(
        {"productOfferingPrice": [{"id": "31"}, {"id": "32"}, {"priceType": "usage"}]},
        "$[0]",
        findings,
    )
    file = Intake(findings, prices={"31": shared})
    first, second = file.named_prices(offering)
    assert first is shared
    assert second.path == "$[0].productOfferingPrice[2]"
    assert file.used == {"31"}
    (problem,) = findings.everything()
    assert problem.code == "exchange.unknown_reference"
    assert problem.where.column == "$[0].productOfferingPrice[1].id"
    assert problem.parameters == {"value": "32"}


def test_a_name_is_needed_in_one_language() -> None:
    """Whichever."""
    assert intake.local_name(a_node(name="月租"), a_node()).zh == "月租"
    assert intake.local_name(a_node(), a_node(nameEn="rental")).en == "rental"
    node = a_node(name="  ")
    intake.local_name(node, a_node())
    assert codes(node) == ["import.name_missing"]


def test_a_state_is_one_of_ours_or_a_finding() -> None:
    """Without any the offering is on sale."""
    assert intake.lifecycle(a_node()) is Lifecycle.ON_SALE
    assert intake.lifecycle(a_node(lifecycleStatus="retired")) is Lifecycle.FROZEN
    node = a_node(lifecycleStatus="sleeping")
    intake.lifecycle(node)
    (problem,) = node.findings.everything()
    assert problem.parameters["allowed"] == "In design, Launched, Retired, Obsolete"


def test_a_period_is_read_in_whole_days() -> None:
    """An end at midnight is told as a hint: the day before is the last one."""
    node = a_node(
        validFor={"startDateTime": "2026-10-01", "endDateTime": "2027-01-01T00:00:00+08:00"}
    )
    assert intake.validity(node) == ValidityPeriod(date(2026, 10, 1), date(2026, 12, 31))
    (problem,) = node.findings.everything()
    assert (problem.code, problem.severity) == ("exchange.ends_at_midnight", Severity.HINT)
    assert problem.parameters["day"] == "2026-12-31"
    assert intake.validity(a_node()) == ValidityPeriod()


@pytest.mark.parametrize(
    ("period", "code", "place"),
    [
        (
            {"startDateTime": "2026-10-02", "endDateTime": "2026-10-01"},
            "exchange.ends_before_it_starts",
            "$[0].validFor",
        ),
        ({"endDateTime": "2026"}, "exchange.not_a_moment", "$[0].validFor.endDateTime"),
    ],
)
def test_a_wrong_period_is_a_finding(period: object, code: str, place: str) -> None:
    """At its place."""
    node = a_node(validFor=period)
    intake.validity(node)
    (problem,) = node.findings.everything()
    assert (problem.code, problem.where.column) == (code, place)


def test_the_shortest_of_the_offered_terms_is_the_commitment() -> None:
    """Years are twelve months; days are no unit of a term."""
    years = {"duration": {"amount": 2, "units": "year"}}
    node = a_node(productOfferingTerm=[years, {"duration": {"amount": 30, "units": "days"}}])
    assert intake.shortest_term(node) == 24
    assert codes(node) == ["exchange.period"]
    month = {"duration": {"amount": 12, "units": "Month"}}
    assert intake.shortest_term(a_node(productOfferingTerm=[years, month])) == 12
    assert intake.shortest_term(a_node(productOfferingTerm=[{"name": "open"}])) == 0


def test_no_segment_means_everybody() -> None:
    """Also when the list is empty."""
    assert intake.segments(a_node()) == ("ALL",)
    assert intake.segments(a_node(marketSegment=[])) == ("ALL",)
    assert intake.segments(a_node(marketSegment=[{"id": "SMB"}, {"id": "KEY"}])) == ("SMB", "KEY")


def test_our_texts_have_languages() -> None:
    """What is not there is empty."""
    assert intake.local_text(a_node(note={"zh": "每月"}), "note").zh == "每月"
    assert intake.local_text(a_node(note={"zh": "每月"}), "note").en == ""
    assert intake.local_text(a_node(), "note").zh == ""


def test_an_object_without_extension_has_an_empty_one() -> None:
    """So that every reader can ask it."""
    node = a_node(id="1")
    extension = intake.extension_of(node)
    assert extension.path == "$[0].quotewright"
    assert extension.number("cost") is None
    assert codes(node) == []
