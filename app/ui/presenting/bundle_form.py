"""The particulars of a bundle in a draft as a form shows them, and why a text cannot be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.bundle_parts import form_name
from app.ui.presenting.catalogue_words import field_title
from app.ui.presenting.draft_fields import field_caption
from app.ui.widgets.typed_form import FormField
from catalog.bundle import PricingForm
from catalog.bundle_fields import BUNDLE_FIELDS
from catalog.cell_text import CellFault, read_code
from catalog.typed_field import read_typed, typed_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.problem import Problem

CODE, FORM, ALTERABLE, ONE_SITE = "code", "form", "alterable", "one_site"
YES_NO = (ALTERABLE, ONE_SITE)
"""Fields that are chosen from yes and no."""
QUICK = ("term", "price", "percent")
"""Fields that stand above the composed list rather than in the form."""
_CAPTIONS = {"condition_zh": ("condition_text", "zh"), "condition_en": ("condition_text", "en")}


def bundle_caption(speaker: Speaker, name: str) -> str:
    """The name of a field for people."""
    if name in _CAPTIONS:
        return " · ".join(field_title(speaker, part) for part in _CAPTIONS[name])
    if name == "excludes":
        return speaker.translate("Bundles", "Not beside")
    return field_caption(speaker, name)


def detail_caption(speaker: Speaker, name: str) -> str:
    """The name of a field of a part that has no column."""
    first, _, language = name.partition("_")
    parts = (first, language) if language else (name,)
    return " · ".join(field_title(speaker, part) for part in parts)


def bundle_form(
    speaker: Speaker, bundle: BundledOffering, problems: Sequence[Problem], *, is_new: bool
) -> tuple[FormField, ...]:
    """Every field that does not stand above the list; the code of a new bundle can be typed."""
    faults = form_faults(speaker, bundle, problems)
    yes_no = tuple((word, speaker.words(f"difference.value.{word}")) for word in ("True", "False"))
    fields = [
        FormField(
            name,
            bundle_caption(speaker, name),
            typed_text(bundle, field),
            fault=faults.get(name, ""),
        )
        for name, field in BUNDLE_FIELDS.items()
        if name not in QUICK
    ]
    if is_new:
        fault = faults.get(CODE, "")
        fields.insert(0, FormField(CODE, field_title(speaker, CODE), bundle.code, fault=fault))
    one = str(bundle.one_site)
    fields.append(FormField(ONE_SITE, field_title(speaker, ONE_SITE), one, yes_no))
    if bundle.form is PricingForm.FIXED:
        text = str(bundle.alterable)
        fields.append(FormField(ALTERABLE, field_title(speaker, ALTERABLE), text, yes_no))
    return tuple(fields)


def form_words(speaker: Speaker) -> tuple[tuple[PricingForm, str], ...]:
    """The forms for a choice."""
    return tuple((form, form_name(speaker, form)) for form in PricingForm)


def form_faults(
    speaker: Speaker, bundle: BundledOffering, problems: Sequence[Problem]
) -> dict[str, str]:
    """What is wrong with the bundle's own fields, by their names."""
    return {
        problem.parameters["field"]: " ".join(speaker.finding(problem.code, problem.parameters))
        for problem in problems
        if problem.where.subject == bundle.code and " " not in problem.parameters.get("field", " ")
    }


def why_not_bundle(speaker: Speaker, taken: Collection[str], name: str, text: str) -> str:
    """Why the text of a field cannot be taken; empty when it can.

    Args:
        speaker: Says it.
        taken: Codes that other offerings and bundles have.
        name: Name of the field.
        text: What was typed.
    """
    try:
        if name == CODE:
            code = read_code(text)
            if code in taken:
                return " ".join(speaker.finding("catalog.duplicate_bundle", {"value": code}))
        elif name in BUNDLE_FIELDS:
            read_typed(BUNDLE_FIELDS[name], text)
    except CellFault as fault:
        wrong, cure = speaker.finding(fault.code, fault.parameters)
        return f"{wrong} {cure}".strip()
    return ""
