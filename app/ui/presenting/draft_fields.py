"""The fields of a draft as a form shows them, and why a text cannot be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_words import field_title, lifecycle_name, type_name
from app.ui.presenting.lists import regulation_name
from app.ui.widgets.typed_form import FormField
from catalog.cell_text import CellFault
from catalog.charge import ChargeType
from catalog.draft_fields import CHARGE_FIELDS, OFFERING_FIELDS, TEXT_FIELDS
from catalog.offering import Lifecycle
from catalog.typed_field import read_typed, typed_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.charge import Charge
    from catalog.offering import ProductOffering
    from catalog.problem import Problem
    from catalog.tax_class import TaxClass
    from catalog.typed_field import TypedField

_CAPTIONS = {
    "name_zh": ("name", "zh"),
    "name_en": ("name", "en"),
    "benefit_zh": ("benefit", "zh"),
    "benefit_en": ("benefit", "en"),
    "first": ("valid", "first"),
    "last": ("valid", "last"),
}

_PICKED = frozenset(("requires", "excludes", "migrates_to"))
"""Fields that are not typed but picked."""


class Faults:
    """What is wrong with fields; a text is made when its field is shown."""

    def __init__(self, speaker: Speaker, problems: Sequence[Problem]) -> None:
        """Know the findings; those that belong to no field are left out."""
        self._speaker = speaker
        self._known = {
            (problem.where.subject, problem.where.column): problem
            for problem in problems
            if problem.where.column
        }

    def of(self, subject: str, field: str) -> str:
        """What is wrong with a field of a subject; empty when nothing is."""
        problem = self._known.get((subject, field))
        if problem is None:
            return ""
        return " ".join(self._speaker.finding(problem.code, problem.parameters))


def why_not(speaker: Speaker, field: TypedField, text: str) -> str:
    """Why the text of a field cannot be taken; empty when it can."""
    try:
        read_typed(field, text)
    except CellFault as fault:
        wrong, cure = speaker.finding(fault.code, fault.parameters)
        return f"{wrong} {cure}".strip()
    return ""


def field_caption(speaker: Speaker, name: str) -> str:
    """The name of a field for people."""
    path = _CAPTIONS.get(name, (name,))
    return " · ".join(field_title(speaker, part) for part in path)


def charge_form(
    speaker: Speaker,
    charge: Charge,
    taxes: Sequence[TaxClass],
    faults: Faults,
) -> tuple[FormField, ...]:
    """Every field of a charge."""
    known = {
        "type": tuple((kind.value, type_name(speaker, kind)) for kind in ChargeType),
        "tax_class": tuple((tax.id, speaker.name(tax.name)) for tax in taxes),
        "regulation": tuple(
            (word, regulation_name(speaker, word)) for word in CHARGE_FIELDS["regulation"].words
        ),
        "period": tuple(
            (word, speaker.words(f"period.{word}")) for word in CHARGE_FIELDS["period"].words
        ),
    }
    return tuple(
        FormField(
            name,
            field_caption(speaker, name),
            typed_text(charge, field),
            known.get(name, ()),
            faults.of(charge.code, name),
        )
        for name, field in CHARGE_FIELDS.items()
    )


def offering_form(
    speaker: Speaker, offering: ProductOffering, faults: Faults
) -> tuple[FormField, ...]:
    """Every field of an offering but those with which others are named."""
    states = tuple((state.value, lifecycle_name(speaker, state)) for state in Lifecycle)
    return tuple(
        FormField(
            name,
            field_caption(speaker, name),
            typed_text(offering, field),
            states if name == "lifecycle" else (),
            faults.of(offering.code, name),
        )
        for name, field in OFFERING_FIELDS.items()
        if name not in _PICKED
    )


def text_form(
    speaker: Speaker, offering: ProductOffering, owner: str, faults: Faults
) -> tuple[FormField, ...]:
    """What is said of an offering: the fields of ``fabe`` or of ``pitch``."""
    return tuple(
        FormField(
            name,
            " · ".join(field_title(speaker, part) for part in field.path[1:]),
            typed_text(offering, field),
            fault=faults.of(offering.code, name),
        )
        for name, field in TEXT_FIELDS.items()
        if field.path[0] == owner
    )
