"""The page of templates: what its list is narrowed by, its views, its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.list_choices import SavedView
from app.ui.presenting.facts import language_name
from app.ui.presenting.paper_names import paper_name
from app.ui.presenting.templates import template_name
from app.ui.widgets.facets import Facet, Facts, sort_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.templates import TemplateRow
    from app.ui.presenting.speaker import Speaker

OWN, PROGRAM = "own", "program"
CHANGED, AS_TAKEN, USED = "changed", "as_taken", "default"


def found_templates(speaker: Speaker, rows: Sequence[TemplateRow], typed: str) -> list[TemplateRow]:
    """Templates with every word typed in name, paper, person or language."""
    words = typed.casefold().split()

    def told(row: TemplateRow) -> str:
        parts = (template_name(speaker, row), row.kind, row.responsible, row.language)
        return " ".join(parts).casefold()

    return [row for row in rows if all(word in told(row) for word in words)]


def template_facets(speaker: Speaker) -> tuple[Facet, ...]:
    """What templates are told apart by."""
    translate = speaker.translate
    return (
        Facet("kind", translate("Templates", "Paper")),
        Facet("language", translate("Templates", "Language")),
        Facet(
            "whose",
            translate("Templates", "Whose"),
            (
                (OWN, translate("Templates", "my own")),
                (PROGRAM, translate("Templates", "of the program")),
            ),
        ),
        Facet("person", translate("Templates", "Responsible")),
        Facet(
            "check",
            translate("Templates", "State"),
            (
                (CHANGED, translate("Templates", "changed since")),
                (AS_TAKEN, translate("Templates", "as taken over")),
                (USED, translate("Templates", "a default")),
            ),
        ),
    )


def template_facts(speaker: Speaker, rows: Sequence[TemplateRow]) -> tuple[Facts, ...]:
    """Words of each template, in the order of the facets."""
    return tuple(
        (
            (paper_name(speaker, row.kind),),
            (language_name(speaker, row.language),),
            (PROGRAM if row.template is None else OWN,),
            (row.responsible,),
            (CHANGED if row.changed else AS_TAKEN, *((USED,) if row.defaults else ())),
        )
        for row in rows
    )


def sorted_templates(
    speaker: Speaker, rows: Sequence[TemplateRow], sort: tuple[str, bool]
) -> list[TemplateRow]:
    """The templates in the order of a column; those that are equal stay as they were."""
    keys: dict[str, Callable[[TemplateRow], bytes]] = {
        "name": lambda row: sort_text(template_name(speaker, row)),
        "version": lambda row: sort_text(row.version),
    }
    key = keys.get(sort[0])
    return list(rows) if key is None else sorted(rows, key=key, reverse=sort[1])


def template_views(speaker: Speaker) -> tuple[SavedView, ...]:
    """Views of the page of templates."""
    translate = speaker.translate
    return (
        SavedView(":all", translate("Views", "All templates")),
        SavedView(":mine", translate("Views", "Templates of my own"), {"whose": (OWN,)}),
        SavedView(
            ":changed", translate("Views", "Changed since taken over"), {"check": (CHANGED,)}
        ),
    )
