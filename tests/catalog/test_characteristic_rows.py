"""Characteristics are typed as rows: each has one reading or a reason, and comes back as it was."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.characteristic_rows import COLUMNS, characteristic_rows, set_characteristics
from catalog.draft import Patch
from catalog.local_text import LocalText
from catalog.typed_rows import RowFault
from tests.builders import an_offering
from tests.sample import sample_catalog

SPEED = ("speed", "速率", "Speed", "number", "", "10", "1000", "10", "M", "100", "yes")
OFFERING = an_offering()


def row(**cells: str) -> tuple[str, ...]:
    """A row with a code and a name, and what is given."""
    given = {"id": "x", "name_zh": "某", **cells}
    return tuple(given.get(name, "") for name in COLUMNS)


def test_every_characteristic_of_the_sample_comes_back() -> None:
    """Typed again as it is shown, nothing changes, whether of the offering or of no use yet."""
    shown = 0
    for offering in sample_catalog().content.offerings:
        rows = characteristic_rows(offering)
        shown += len(rows)
        assert set_characteristics(offering, rows) == Patch()
        bare = msgspec.structs.replace(offering, characteristics=())
        again = set_characteristics(bare, rows)
        assert again == (Patch((offering,)) if rows else Patch())
    assert shown >= 4


def test_rows_are_read_by_kind() -> None:
    """A number with its range, choices with names behind, a text by default."""
    rows = (
        SPEED,
        (),
        ("line", "线路", "", "choice", "fibre = 光纤 / Fibre；copper", "", "", "", "", "copper"),
        ("note", "备注"),
    )
    (changed,) = set_characteristics(OFFERING, rows).offerings
    assert changed.characteristics == (
        Characteristic(
            "speed",
            LocalText("速率", "Speed"),
            CharacteristicKind.NUMBER,
            "M",
            Decimal(10),
            Decimal(1000),
            Decimal(10),
            default="100",
            required=True,
        ),
        Characteristic(
            "line",
            LocalText("线路"),
            CharacteristicKind.CHOICE,
            choices=(Choice("fibre", LocalText("光纤", "Fibre")), Choice("copper")),
            default="copper",
        ),
        Characteristic("note", LocalText("备注")),
    )
    assert characteristic_rows(changed)[0] == SPEED


def test_a_characteristic_that_rows_cannot_write_stays_when_its_row_does() -> None:
    """A choice whose name has the sign between languages in it."""
    odd = Characteristic(
        "line",
        LocalText("线路"),
        CharacteristicKind.CHOICE,
        choices=(Choice("a", LocalText("10/100", "10/100")),),
    )
    offering = msgspec.structs.replace(OFFERING, characteristics=(odd,))
    (changed,) = set_characteristics(offering, (*characteristic_rows(offering), SPEED)).offerings
    assert changed.characteristics[0] is odd


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"id": "two words"}, "id", "cell.not_a_code"),
        ({"name_zh": ""}, "name_zh", "cell.empty"),
        ({"kind": "colour"}, "kind", "import.unknown_word"),
        ({"least": "low"}, "least", "cell.not_a_price"),
        ({"required": "maybe"}, "required", "import.unknown_word"),
        ({"kind": "choice"}, "choices", "catalog.characteristic_wrong"),
        ({"kind": "choice", "choices": "a; a"}, "choices", "catalog.characteristic_wrong"),
        ({"kind": "number", "least": "5", "most": "4"}, "most", "catalog.characteristic_wrong"),
        (
            {"kind": "number", "most": "4", "default": "5"},
            "default",
            "catalog.characteristic_wrong",
        ),
        ({"kind": "number", "step": "-1"}, "step", "catalog.characteristic_wrong"),
    ],
)
def test_a_cell_without_a_reading_is_named(cells: dict[str, str], column: str, code: str) -> None:
    """With its row and column, so that the window can mark it."""
    with pytest.raises(RowFault) as fault:
        set_characteristics(OFFERING, (SPEED, row(**cells)))
    assert (fault.value.row, COLUMNS[fault.value.column], fault.value.code) == (2, column, code)


def test_a_code_stands_once() -> None:
    """The second row is the wrong one."""
    with pytest.raises(RowFault) as fault:
        set_characteristics(OFFERING, (SPEED, SPEED))
    assert (fault.value.row, fault.value.code) == (2, "catalog.duplicate_characteristic")


def test_a_speed_may_be_typed_in_either_unit() -> None:
    """1G of Mbps are a thousand, also in wide digits; a text of that look stays one."""
    rows = (
        ("speed", "速率", "", "number", "", "１００M", "1G", "0.1G", "Mbps", "0.5 Gbps"),
        ("band", "频段", "", "text", "", "", "", "", "", "1G"),
    )
    (changed,) = set_characteristics(OFFERING, rows).offerings
    speed, band = changed.characteristics
    assert (speed.least, speed.most, speed.step) == (Decimal(100), Decimal(1000), Decimal(100))
    assert (speed.default, band.default) == ("500", "1G")
