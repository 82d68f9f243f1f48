"""Published limits and people, what differs between two, and quotes judged otherwise, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.problem_list import ProblemRow
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from app.quoting.authority.differing import Difference
    from app.quoting.authority.published import PublishedEdition
    from app.services.authority_trial import OtherVerdict
    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem

_ICONS = {
    "limit": "scale",
    "criterion": "gauge",
    "level": "layers",
    "function": "briefcase",
    "flag": "flag",
    "person": "user",
    "absence": "calendar-days",
    "rule": "info",
}


def edition_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of what was published."""
    translate = speaker.translate
    return (
        ColumnSpec("edition", translate("Editions", "Edition"), 0, "left"),
        ColumnSpec("from", translate("Editions", "Holds from"), 132, "left"),
        ColumnSpec("by", translate("Editions", "Published by"), 250, "left"),
    )


def edition_rows(
    speaker: Speaker, published: Sequence[PublishedEdition], zone: tzinfo | None
) -> tuple[TableRow, ...]:
    """One row an edition, the newest first."""
    return tuple(
        TableRow(
            str(one.sequence),
            one.version,
            "scale",
            one.note,
            cells=(
                Cell(speaker.figures.date(one.valid_from), tone="strong"),
                Cell(
                    f"{one.name} {one.by} · {one.at.astimezone(zone):%Y-%m-%d %H:%M}".strip(),
                    hint=one.digest,
                ),
            ),
        )
        for one in reversed(published)
    )


def edition_difference_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of what differs."""
    translate = speaker.translate
    return (
        ColumnSpec("what", translate("Editions", "What"), 0, "left"),
        ColumnSpec("field", translate("Editions", "Level or field"), 110, "left"),
        ColumnSpec("old", translate("Editions", "Before"), 150, "left"),
        ColumnSpec("new", translate("Editions", "After"), 150, "left"),
    )


def edition_difference_rows(speaker: Speaker, found: Sequence[Difference]) -> tuple[TableRow, ...]:
    """One row a difference."""
    return tuple(
        TableRow(
            str(place),
            speaker.name(one.name) or _rule(speaker, one.subject) or one.subject,
            _ICONS[one.part],
            f"{_part(speaker, one.part)} {one.subject}".strip(),
            cells=(
                Cell(_field(speaker, one)),
                Cell(one.old or "–", tone="muted", hint=one.old),
                Cell(one.new or "–", tone="strong", hint=one.new),
            ),
        )
        for place, one in enumerate(found)
    )


def _part(speaker: Speaker, part: str) -> str:
    translate = speaker.translate
    return {
        "limit": translate("Editions", "limit"),
        "criterion": translate("Editions", "criterion"),
        "level": translate("Editions", "level"),
        "function": translate("Editions", "function"),
        "flag": translate("Editions", "circumstance"),
        "person": translate("Editions", "person"),
        "absence": translate("Editions", "absence"),
        "rule": translate("Editions", "rule"),
    }[part]


def _rule(speaker: Speaker, subject: str) -> str:
    translate = speaker.translate
    return {
        "days": translate("Editions", "Days in which quotes count together"),
        "watch": translate("Editions", "Told from so many quotes"),
        "unsigned_limit": translate("Editions", "Unsigned up to (yuan)"),
    }.get(subject, "")


def _field(speaker: Speaker, one: Difference) -> str:
    translate = speaker.translate
    if not one.field:
        return translate("Editions", "gone") if one.old else translate("Editions", "new")
    if one.part == "limit":
        return one.field
    return {
        "name": translate("Editions", "name"),
        "role": translate("Editions", "role"),
        "team": translate("Editions", "team"),
        "email": translate("Editions", "e-mail"),
        "level": translate("Editions", "level"),
        "order": translate("Editions", "order"),
        "scope": translate("Editions", "what it looks at"),
        "consult": translate("Editions", "asked besides"),
        "measure": translate("Editions", "what is measured"),
    }.get(one.field, "")


def other_verdict_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the quotes that would be judged otherwise."""
    translate = speaker.translate
    return (
        ColumnSpec("quote", translate("Editions", "Quote"), 0, "left"),
        ColumnSpec("before", translate("Editions", "Decides now"), 150, "left"),
        ColumnSpec("after", translate("Editions", "Would decide"), 150, "left"),
        ColumnSpec("criteria", translate("Editions", "Because of"), 170, "left"),
    )


def other_verdict_rows(
    speaker: Speaker, quotes: Sequence[OtherVerdict], names: dict[str, str]
) -> tuple[TableRow, ...]:
    """One row a quote; ``names`` are those of criteria and flags."""

    def who(place: int, one: OtherVerdict) -> str:
        nobody = speaker.translate("Editions", "nobody may grant it")
        alone = speaker.translate("Editions", "the author alone")
        return " → ".join(one.people[place]) or (alone if one.levels[place] else nobody)

    return tuple(
        TableRow(
            one.id,
            one.customer or one.number,
            "file-text",
            f"{one.number} {one.title}".strip(),
            cells=(
                Cell(who(0, one), tone="muted", hint=who(0, one)),
                Cell(who(1, one), tone="strong", hint=who(1, one)),
                Cell("、".join(names.get(name, name) for name in one.criteria)),
            ),
        )
        for one in quotes
    )


def authority_findings(speaker: Speaker, problems: Sequence[Problem]) -> tuple[ProblemRow, ...]:
    """What is wrong with limits and people, the gravest first."""
    told = sorted(enumerate(problems), key=lambda one: not one[1].blocks)
    rows = []
    for place, problem in told:
        text, cure = speaker.finding(problem.code, problem.parameters)
        rows.append(ProblemRow(str(place), "blocking" if problem.blocks else "warning", text, cure))
    return tuple(rows)
