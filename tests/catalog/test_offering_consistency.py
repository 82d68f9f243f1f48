"""Details that no quote could be made with are found before a catalogue is used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.charge import Allowance, PriceRegulation, RegulationPeriod
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.offering_consistency import check_details
from catalog.period import ValidityPeriod
from catalog.selling_points import Leaflet
from catalog.specification import ProductSpecification
from tests.builders import a_charge, a_content, an_offering
from tests.catalog.detailed import SPEED, detailed_content

NAME = LocalText("名")
NUMBER, CHOICE = CharacteristicKind.NUMBER, CharacteristicKind.CHOICE
BACKWARDS = ValidityPeriod(date(2026, 2, 1), date(2026, 1, 1))
FROZEN = Lifecycle.FROZEN


def found(**fields: Any) -> list[tuple[str, str]]:  # noqa: ANN401 (an offering's own fields)
    """Code, and field where one is named, of what is found about one offering."""
    content = a_content(an_offering(**fields), an_offering(a_charge("NET.RENT")))
    return [(p.code, p.parameters.get("field", "")) for p in check_details(content)]


def test_a_detailed_catalogue_hangs_together() -> None:
    """The example that uses every field."""
    assert list(check_details(detailed_content())) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": NUMBER, "least": Decimal(5), "most": Decimal(4)}, "most"),
        ({"kind": NUMBER, "least": Decimal("NaN")}, "least"),
        ({"kind": NUMBER, "step": Decimal(-1)}, "step"),
        ({"kind": CHOICE}, "choices"),
        ({"kind": CHOICE, "choices": (Choice("a"), Choice("a"))}, "choices"),
        ({"kind": CHOICE, "choices": (Choice(""),)}, "choices"),
        ({"kind": NUMBER, "most": Decimal(4), "default": "5"}, "default"),
    ],
)
def test_a_characteristic_without_a_right_value_is_told(wrong: dict[str, Any], field: str) -> None:
    """With the field that makes it so."""
    characteristic = Characteristic("c", NAME, **wrong)
    assert found(characteristics=(characteristic,)) == [("catalog.characteristic_wrong", field)]


def test_a_characteristic_stands_once() -> None:
    """Of two with one identifier nobody would know which one is meant."""
    assert found(characteristics=(SPEED, SPEED)) == [("catalog.duplicate_characteristic", "")]


def test_a_specification_exists_and_has_a_code_of_its_own() -> None:
    """Neither an offering's nor another specification's."""
    assert found(specification="gone") == [("catalog.unknown_specification", "")]
    twice = (ProductSpecification("s", NAME), ProductSpecification("s", NAME))
    content = msgspec.structs.replace(
        a_content(an_offering()), specifications=(*twice, ProductSpecification("LINE", NAME))
    )
    assert [(p.code, p.parameters["value"]) for p in check_details(content)] == [
        ("catalog.duplicate_specification", "s"),
        ("catalog.duplicate_specification", "LINE"),
    ]


def test_successors_exist_and_lead_somewhere() -> None:
    """Not back to where they came from, and to something that is sold."""
    assert found(migrates_to=("GONE",)) == [("catalog.unknown_offering", "")]
    assert found(migrates_to=("LINE",)) == [("catalog.successors_in_circle", "")]
    assert found(migrates_to=("NET",), lifecycle=FROZEN) == []
    circle = a_content(
        an_offering(migrates_to=("NET",), lifecycle=FROZEN),
        an_offering(a_charge("NET.RENT"), migrates_to=("TV",), lifecycle=FROZEN),
        an_offering(a_charge("TV.RENT"), lifecycle=FROZEN),
    )
    assert [(p.code, p.where.subject) for p in check_details(circle)] == [
        ("catalog.no_successor_sold", "LINE"),
        ("catalog.no_successor_sold", "NET"),
    ]


def test_numbers_dates_and_files_make_sense() -> None:
    """Each finding names the field."""
    leaflet = Leaflet(NAME, "text/html", "xyz")
    wrong = ("catalog.detail_wrong",)
    assert found(lead_time=-1) == [(*wrong, "lead_time")]
    assert found(valid=BACKWARDS) == [(*wrong, "valid")]
    assert found(leaflets=(leaflet,)) == [(*wrong, "media_type"), (*wrong, "content")]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"valid": BACKWARDS}, "valid"),
        ({"least_term": 121}, "least_term"),
        ({"allowances": (Allowance(Decimal(0), "分钟"),)}, "allowances"),
        (
            {
                "regulations": (
                    RegulationPeriod(PriceRegulation.MARKET, ValidityPeriod(last=date(2026, 1, 1))),
                    RegulationPeriod(PriceRegulation.FIXED, ValidityPeriod(date(2026, 1, 1))),
                )
            },
            "regulations",
        ),
    ],
)
def test_details_of_charges_make_sense(fields: dict[str, Any], field: str) -> None:
    """A day may belong to one regulation only, and no commitment is longer than ten years."""
    content = a_content(an_offering(a_charge(**fields)))
    assert [(p.code, p.parameters["field"]) for p in check_details(content)] == [
        ("catalog.detail_wrong", field)
    ]


@pytest.mark.parametrize(("instead_of", "count"), [("LINE.RENT", 0), ("GONE.RENT", 1)])
def test_a_choice_is_between_charges_of_one_offering(instead_of: str, count: int) -> None:
    """And leads to a charge that takes nobody's place itself."""
    bought = a_charge("LINE.BUY", instead_of=instead_of)
    content = a_content(an_offering(a_charge("LINE.RENT"), bought))
    found = [(p.where.subject, p.parameters["field"]) for p in check_details(content)]
    assert found == [("LINE.BUY", "instead_of")] * count
