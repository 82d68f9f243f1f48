"""What is found about single offerings, whole: code, severity, place and every figure told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.local_text import LocalText
from catalog.period import ValidityPeriod
from catalog.problem import Place, Problem, Severity
from pricing.item import ItemCharge
from pricing.offering_eligibility import as_quoted, beside, by_itself
from tests.builders import DAY, a_catalog, a_charge, a_context, an_item, an_offering

HERE = Place(subject="i1", column="here")
I1 = Place(subject="i1")


def a_characteristic(kind: CharacteristicKind, **fields: object) -> Characteristic:
    """A characteristic that a quote must say."""
    return Characteristic("speed", LocalText("速率"), kind, required=True, **fields)  # type: ignore[arg-type] # the fields' own types


def found(offering_fields: dict[str, object], chosen: dict[str, str]) -> list[Problem]:
    """Findings about how an offering with one charge is quoted."""
    catalog = a_catalog(an_offering(**offering_fields))
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    item = type(item)(item.id, item.offering, 1, item.charges, characteristics=chosen)
    return list(as_quoted(catalog, a_context(), catalog.content.offerings[0], item))


def test_an_area_is_told_with_those_where_it_is_sold() -> None:
    """An error where it is not sold, a warning where nobody knows."""
    offering = an_offering(areas=("SH", "JS"))
    told = {"offering": "LINE", "areas": "SH, JS"}
    assert list(by_itself(a_context(area="BJ"), offering, HERE, ())) == [
        Problem("offering.not_for_area", Severity.ERROR, HERE, {**told, "area": "BJ"})
    ]
    assert list(by_itself(a_context(), offering, HERE, ())) == [
        Problem("offering.area_unknown", Severity.WARNING, HERE, {**told, "area": ""})
    ]


def test_a_channel_is_told_with_those_through_which_it_is_sold() -> None:
    """By the agent, who may not sell it."""
    offering = an_offering(channels=("direct", "shop"))
    told = {"offering": "LINE", "channel": "agent", "channels": "direct, shop"}
    assert list(by_itself(a_context(channel="agent"), offering, HERE, ())) == [
        Problem("offering.not_for_channel", where=HERE, parameters=told)
    ]


def test_every_reason_is_told() -> None:
    """Segment, day, area and channel, in this order."""
    offering = an_offering(
        segments=("GOV",),
        valid=ValidityPeriod(last=DAY.replace(year=2025)),
        areas=("SH",),
        channels=("direct",),
    )
    context = a_context(segments=("SMB", "KEY"), area="BJ", channel="agent")
    problems = list(by_itself(context, offering, HERE, ()))
    assert [problem.code.removeprefix("offering.") for problem in problems] == [
        "segment_unusual",
        "not_on_sale",
        "not_for_area",
        "not_for_channel",
    ]
    assert problems[0] == Problem(
        "offering.segment_unusual",
        Severity.WARNING,
        HERE,
        {"offering": "LINE", "segment": "SMB, KEY"},
    )
    assert problems[1] == Problem(
        "offering.not_on_sale", where=HERE, parameters={"offering": "LINE"}
    )


def test_what_is_needed_is_told_with_all_that_would_do() -> None:
    """One of two; each of them suffices, in the quote or installed."""
    offering = an_offering(requires=("NET", "FIBRE"))
    told = {"offering": "LINE", "requires": "NET | FIBRE"}
    assert list(beside(offering, HERE, set(), set())) == [
        Problem("offering.requirement_missing", where=HERE, parameters=told)
    ]
    for one in ("NET", "FIBRE"):
        assert list(beside(offering, HERE, {one}, set())) == []
        assert list(beside(offering, HERE, set(), {one})) == []


def test_each_exclusion_is_told() -> None:
    """One in the quote, one installed, and one that is both counts as quoted."""
    offering = an_offering(excludes=("A", "B", "C"))
    problems = list(beside(offering, HERE, {"A", "C"}, {"B", "C"}))
    assert problems == [
        Problem("offering.excluded", where=HERE, parameters={"offering": "LINE", "other": "A"}),
        Problem(
            "offering.excluded_installed",
            Severity.WARNING,
            HERE,
            {"offering": "LINE", "other": "B"},
        ),
        Problem("offering.excluded", where=HERE, parameters={"offering": "LINE", "other": "C"}),
    ]


def test_who_has_them_all_is_told_how_many() -> None:
    """Two of at most two; a warning at the item."""
    catalog = a_catalog(an_offering(a_charge(most=2)))
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    context = a_context(installed={"LINE": 2})
    assert list(as_quoted(catalog, context, catalog.content.offerings[0], item)) == [
        Problem(
            "offering.already_installed", Severity.WARNING, I1, {"offering": "LINE", "count": "2"}
        )
    ]


def test_a_charge_out_of_its_time_is_named() -> None:
    """At the charge; the one behind it is looked at as well."""
    past = ValidityPeriod(last=DAY.replace(year=2025))
    catalog = a_catalog(
        an_offering(a_charge(), a_charge("LINE.A", valid=past), a_charge("LINE.B", valid=past))
    )
    item = an_item("LINE", 1, *(ItemCharge(f"LINE.{c}", 1) for c in ("RENT", "A", "B")))
    assert list(as_quoted(catalog, a_context(), catalog.content.offerings[0], item)) == [
        Problem(
            "charge.not_valid",
            where=Place(subject="i1", column=code),
            parameters={"charge": code},
        )
        for code in ("LINE.A", "LINE.B")
    ]


NUMBER, CHOICE = CharacteristicKind.NUMBER, CharacteristicKind.CHOICE
TEN, HUNDRED = Decimal(10), Decimal(100)


@pytest.mark.parametrize(
    ("characteristic", "value", "allowed"),
    [
        (a_characteristic(NUMBER, unit="Mbit/s", least=TEN, most=HUNDRED), "5", "10–100 Mbit/s"),
        (a_characteristic(NUMBER, least=TEN), "5", "10–"),
        (a_characteristic(NUMBER, most=TEN), "50", "–10"),
        (a_characteristic(NUMBER, unit="m", least=TEN, step=TEN), "15", "10– ± 10 m"),
        (
            a_characteristic(
                CHOICE, choices=(Choice("a", LocalText("甲")), Choice("b", LocalText("乙")))
            ),
            "c",
            "a, b",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_what_would(
    characteristic: Characteristic, value: str, allowed: str
) -> None:
    """At the characteristic of the item."""
    where = Place(subject="i1", column="speed")
    named = {"offering": "LINE", "characteristic": "speed"}
    fields: dict[str, object] = {"characteristics": (characteristic,)}
    told = {**named, "value": value, "allowed": allowed}
    assert found(fields, {"speed": value}) == [
        Problem("characteristic.does_not_fit", where=where, parameters=told)
    ]
    assert found(fields, {}) == [Problem("characteristic.missing", where=where, parameters=named)]


def test_a_characteristic_that_there_is_not_is_a_warning() -> None:
    """At its name."""
    assert found({}, {"colour": "red"}) == [
        Problem(
            "characteristic.unknown",
            Severity.WARNING,
            Place(subject="i1", column="colour"),
            {"offering": "LINE", "characteristic": "colour"},
        )
    ]
