"""What is typed into a draft has exactly one reading, and what is shown reads as what it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from catalog.cell_text import CellFault
from catalog.draft import Patch
from catalog.draft_fields import (
    CHARGE_FIELDS,
    OFFERING_FIELDS,
    TypedCell,
    set_charge_field,
    set_offering_field,
    typed_cells,
)
from catalog.offering import Lifecycle
from catalog.typed_field import read_typed, typed_text
from tests.builders import a_charge, an_offering
from tests.sample import sample_catalog


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("list_price", " ￥1,234.50 ", Decimal("1234.50")),
        ("list_price", "-400", Decimal(-400)),
        ("cost", "3.5元", Decimal("3.5")),
        ("least", "", 1),
        ("most", "12", 12),
        ("name_zh", " 月  租 ", "月 租"),
        ("name_en", "", ""),
        ("period", "month", "month"),
    ],
)
def test_a_charge_is_typed_as_in_a_price_list(field: str, text: str, value: object) -> None:
    """Strict, and forgiving about width and space only."""
    assert read_typed(CHARGE_FIELDS[field], text) == value


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("segments", "SMB，GOV、SMB", ("SMB", "GOV")),
        ("segments", "", ("ALL",)),
        ("requires", "PSTN | CENTREX", ("PSTN", "CENTREX")),
        ("excludes", "", ()),
        ("lifecycle", "frozen", Lifecycle.FROZEN),
        ("first", "2026年1月5日", date(2026, 1, 5)),
        ("last", "", None),
        ("benefit_zh", "", ""),
    ],
)
def test_an_offering_is_typed_likewise(field: str, text: str, value: object) -> None:
    """Lists take any of the separators that people use."""
    assert read_typed(OFFERING_FIELDS[field], text) == value


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("list_price", "", "cell.empty"),
        ("list_price", "1,234", "cell.ambiguous_number"),
        ("list_price", "abc", "cell.not_a_price"),
        ("most", "1.5", "cell.not_a_whole_number"),
        ("period", "weekly", "import.unknown_word"),
        ("name_zh", "", "cell.empty"),
        ("unit", "", "cell.empty"),
    ],
)
def test_what_has_no_reading_has_a_reason(field: str, text: str, code: str) -> None:
    """The reason has a text in both languages."""
    with pytest.raises(CellFault) as fault:
        read_typed(CHARGE_FIELDS[field], text)
    assert fault.value.code == code


def test_a_typed_price_leaves_a_patch_of_its_offering() -> None:
    """The other charge stays the same object; the same price again is no edit."""
    offering = an_offering(a_charge("A.RENT"), a_charge("A.INST"))
    charge = offering.charges[0]
    (after,) = set_charge_field(offering, charge, CHARGE_FIELDS["list_price"], "30").offerings
    assert after.charges[0].list_price == 30
    assert after.charges[1] is offering.charges[1]
    assert set_charge_field(offering, charge, CHARGE_FIELDS["list_price"], "25.00") == Patch()


def test_a_typed_name_keeps_the_other_language() -> None:
    """Only the one field of the one text is another."""
    offering = an_offering()
    (after,) = set_offering_field(offering, OFFERING_FIELDS["name_zh"], "电话").offerings
    assert (after.name.zh, after.name.en) == ("电话", "offering LINE")
    assert set_offering_field(offering, OFFERING_FIELDS["name_zh"], offering.name.zh) == Patch()


def test_what_is_shown_reads_as_what_it_was() -> None:
    """Every field of every charge and offering of the sample catalogue."""
    for offering in sample_catalog().content.offerings:
        for name, field in OFFERING_FIELDS.items():
            assert not set_offering_field(offering, field, typed_text(offering, field)), name
        for charge in offering.charges:
            for name, field in CHARGE_FIELDS.items():
                assert not set_charge_field(offering, charge, field, typed_text(charge, field)), (
                    name
                )


def test_several_cells_are_one_edit() -> None:
    """Two fields of one charge and one of its neighbour change one offering once."""
    cells = (
        TypedCell("PSTN.RENT", "list_price", "31"),
        TypedCell("PSTN.RENT", "least", "2"),
        TypedCell("PSTN.CLIP", "list_price", "7"),
        TypedCell("NOTHING", "list_price", "7"),
    )
    (changed,) = typed_cells(sample_catalog(), cells).offerings
    told = {one.code: (one.list_price, one.least) for one in changed.charges}
    assert told["PSTN.RENT"] == (Decimal(31), 2)
    assert told["PSTN.CLIP"] == (Decimal(7), 1)
    with pytest.raises(CellFault):
        typed_cells(sample_catalog(), (TypedCell("PSTN.RENT", "least", "x"),))
