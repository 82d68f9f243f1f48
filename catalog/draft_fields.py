"""The fields of a draft that are typed: what each one reads, and how it is shown for editing.

Reading is strict, as in an import: a text has exactly one reading or a reason. It works on one
field alone, so that it can be done at every key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.cell_text import read_code
from catalog.charge import ChargeType, PriceRegulation
from catalog.draft import Patch, put_charge
from catalog.offering import EVERY_SEGMENT, Lifecycle
from catalog.period import BillingPeriod
from catalog.typed_field import (
    NAME,
    TEXT,
    WORD,
    TypedField,
    chosen,
    codes_or,
    count_or,
    names,
    needed,
    optional_name,
    read_day,
    read_signed,
    typed,
    with_typed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.charge import Charge
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog


def set_charge_field(
    offering: ProductOffering, charge: Charge, field: TypedField, text: str
) -> Patch:
    """A charge with another value in one field; an empty patch when it is the same.

    Raises:
        CellFault: The text has no reading.
    """
    changed = with_typed(charge, field, text)
    return Patch() if changed == charge else put_charge(offering, changed)


def set_offering_field(offering: ProductOffering, field: TypedField, text: str) -> Patch:
    """An offering with another value in one field; an empty patch when it is the same.

    Raises:
        CellFault: The text has no reading.
    """
    changed = with_typed(offering, field, text)
    return Patch() if changed == offering else Patch((changed,))


CHARGE_FIELDS: Final = {
    "name_zh": typed(needed(NAME), "name", "zh"),
    "name_en": typed(optional_name(NAME), "name", "en"),
    "type": chosen(ChargeType, "type"),
    "period": chosen(BillingPeriod, "period"),
    "unit": typed(needed(WORD), "unit"),
    "list_price": typed(read_signed, "list_price"),
    "cost": typed(read_signed, "cost"),
    "regulation": chosen(PriceRegulation, "regulation"),
    "tax_class": typed(read_code, "tax_class"),
    "least": typed(count_or(1), "least"),
    "most": typed(count_or(0), "most"),
    "least_term": typed(count_or(0), "least_term"),
    "allowance": typed(optional_name(NAME), "allowance"),
    "instead_of": typed(optional_name(NAME), "instead_of"),
}
"""Fields of a charge by the name of their column."""

OFFERING_FIELDS: Final = {
    "name_zh": typed(needed(NAME), "name", "zh"),
    "name_en": typed(optional_name(NAME), "name", "en"),
    "family": typed(needed(WORD), "family"),
    "segments": typed(codes_or(EVERY_SEGMENT), "segments"),
    "lifecycle": chosen(Lifecycle, "lifecycle"),
    "first": typed(read_day, "valid", "first"),
    "last": typed(read_day, "valid", "last"),
    "requires": typed(codes_or(), "requires"),
    "excludes": typed(codes_or(), "excludes"),
    "migrates_to": typed(codes_or(), "migrates_to"),
    "areas": typed(names(WORD), "areas"),
    "channels": typed(names(WORD), "channels"),
    "lead_time": typed(count_or(0), "lead_time"),
    "benefit_zh": typed(optional_name(TEXT), "benefit", "zh"),
    "benefit_en": typed(optional_name(TEXT), "benefit", "en"),
}
"""Fields of an offering by the name of their column."""

_SAID: Final = {
    "fabe": ("feature", "advantage", "benefit", "evidence"),
    "pitch": ("what_it_is", "whom_it_suits", "what_it_brings", "example"),
}
TEXT_FIELDS: Final = {
    f"{owner}_{part}_{language}": typed(optional_name(TEXT), owner, part, language)
    for owner, parts in _SAID.items()
    for part in parts
    for language in ("zh", "en")
}
"""What is said of an offering: FABE and the three and a half sentences, in both languages."""


class TypedCell(NamedTuple):
    """What was typed for a charge.

    Attributes:
        charge: Code of the charge.
        field: Name of one of ``CHARGE_FIELDS``.
        text: As typed.
    """

    charge: str
    field: str
    text: str


def typed_cells(catalog: ProductCatalog, cells: Sequence[TypedCell]) -> Patch:
    """Several cells as one edit; a charge that is not there is passed over.

    Raises:
        CellFault: A text has no reading.
    """
    changed: dict[str, ProductOffering] = {}
    for cell in cells:
        owner = catalog.owner(cell.charge)
        offering = changed.get(owner.code, owner) if owner is not None else None
        charges = offering.charges if offering is not None else ()
        charge = next((one for one in charges if one.code == cell.charge), None)
        if offering is None or charge is None:
            continue
        for after in set_charge_field(
            offering, charge, CHARGE_FIELDS[cell.field], cell.text
        ).offerings:
            changed[after.code] = after
    return Patch(tuple(changed.values()))
