"""Templates in words: rows of the list, findings with page and paragraph, defaults, fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.facts import language_name
from app.ui.presenting.paper_names import paper_name
from app.ui.widgets.problem_list import ProblemRow
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.quoting.paper_template import TemplateChoice, TemplateDefault, TemplateVersion
    from app.services.field_guides import GuideRow
    from app.services.template_trial import Trial
    from app.services.templates import TemplateRow
    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem

_PARTS = ("header", "footer", "footnotes", "document")


def template_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list of templates."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Templates", "Template"), 0, "left", sortable=True),
        ColumnSpec("version", translate("Templates", "Version"), 78, sortable=True),
        ColumnSpec("default", translate("Templates", "Default for"), 92, "left"),
        ColumnSpec("findings", translate("Templates", "Check"), 92, "left"),
    )


def template_table(
    speaker: Speaker, rows: Sequence[TemplateRow], trials: Mapping[str, Trial]
) -> tuple[TableRow, ...]:
    """One row a template; trials are known by the hash of what was tried."""
    return tuple(_row(speaker, row, trials.get(row.content)) for row in rows)


def _row(speaker: Speaker, row: TemplateRow, trial: Trial | None) -> TableRow:
    kind = paper_name(speaker, row.kind)
    about = (language_name(speaker, row.language), kind if row.name else "", row.responsible)
    return TableRow(
        key=row.id,
        title=row.name or kind,
        icon="layout-template" if row.template is None else "pencil-line",
        subtitle=" · ".join(part for part in about if part),
        cells=(
            Cell(row.version or "–"),
            _listed(speaker, (default_name(speaker, one) for one in row.defaults)),
            _finding_cell(speaker, row, trial),
        ),
    )


def _listed(speaker: Speaker, names: Iterable[str]) -> Cell:
    """Several names in a cell; the tool tip shows those that find no room."""
    told = ("、" if speaker.words.language == "zh" else ", ").join(names)
    return Cell(told, tone="muted", hint=told)


def _finding_cell(speaker: Speaker, row: TemplateRow, trial: Trial | None) -> Cell:
    if trial is not None and trial.problems:
        return Cell(str(len(trial.problems)), tone="bad" if trial.blocked else "warn")
    if row.changed:
        return Cell(speaker.translate("Templates", "changed"), tone="warn")
    if row.template is None or trial is not None:
        return Cell(speaker.translate("Templates", "in order"), tone="muted")
    return Cell("–", tone="muted")


def template_name(speaker: Speaker, row: TemplateRow) -> str:
    """What a template is called; the program's own by its kind."""
    return row.name or f"{paper_name(speaker, row.kind)} · {language_name(speaker, row.language)}"


def default_name(speaker: Speaker, default: TemplateDefault) -> str:
    """What a template is the default for."""
    segment = speaker.words.named("segment", default.segment)
    parts = [part for part in (segment, default.brand, default.team) if part]
    return " + ".join(parts) or speaker.words("template.place.any")


def choice_name(speaker: Speaker, choice: TemplateChoice) -> str:
    """The template that a paper is made from, and why."""
    name = speaker.words("template.place.shipped")
    if choice.template is not None and choice.version is not None:
        name = f"{choice.template.name} {choice.version.number}"
    return f"{name} — {speaker.words(f'template.why.{choice.why}')}"


def version_name(speaker: Speaker, version: TemplateVersion) -> str:
    """A version on one line: number, first day, who, what is different."""
    since = speaker.translate("Templates", "from {day}").format(day=version.valid_from.isoformat())
    parts = (str(version.number), since, version.responsible, version.note)
    return " · ".join(part for part in parts if part)


def finding_rows(speaker: Speaker, problems: Sequence[Problem]) -> tuple[ProblemRow, ...]:
    """Findings, each with page and paragraph and what to do."""
    rows = []
    for number, problem in enumerate(problems):
        text, cure = speaker.finding(problem.code, problem.parameters)
        place = place_name(speaker, problem)
        rows.append(
            ProblemRow(
                str(number),
                "blocking" if problem.blocks else "warning",
                speaker.words("template.place.said", place=place, text=text) if place else text,
                cure,
            )
        )
    return tuple(rows)


def place_name(speaker: Speaker, problem: Problem) -> str:
    """Where a finding stands: page and paragraph, or the part beside the body."""
    where, words = problem.where, speaker.words
    parts = []
    part = next((one for one in _PARTS if where.sheet.startswith(one)), "")
    if where.page:
        parts.append(words("template.place.page", page=where.page))
    elif part and part != "document":
        parts.append(words(f"template.place.{part}"))
    if where.row:
        parts.append(words("template.place.paragraph", paragraph=where.row))
    return " ".join(parts)


def guide_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the field guide."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Templates", "Field"), 0, "left"),
        ColumnSpec("tag", translate("Templates", "How to write it"), 280, "left"),
        ColumnSpec("example", translate("Templates", "Example"), 220, "left"),
        ColumnSpec("kinds", translate("Templates", "Used in"), 190, "left"),
    )


def guide_table(speaker: Speaker, rows: Sequence[GuideRow]) -> tuple[TableRow, ...]:
    """One row a field."""
    return tuple(
        TableRow(
            key=row.name,
            title=row.name,
            icon="list" if row.is_list else "tag",
            subtitle=row.meaning,
            cells=(
                Cell(row.tag),
                Cell(row.example, tone="muted"),
                _listed(speaker, (paper_name(speaker, one) for one in row.kinds)),
            ),
        )
        for row in rows
    )


def guide_matches(row: GuideRow, typed: str) -> bool:
    """Whether a field has every word that was typed: in its name, meaning or example."""
    text = f"{row.name} {row.meaning} {row.example}".casefold()
    return all(word in text for word in typed.casefold().split())
