"""Summary reasons: the level required and why, beyond the author's own authority first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.workbooks.authority_sheet import level_text
from app.documents.workbooks.cells import Live
from app.documents.workbooks.levels import position_of
from app.documents.workbooks.styles import Style
from app.documents.workbooks.summary_facts import Fact
from catalog.money import fen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from app.documents.workbooks.authority_sheet import AuthorityLayout
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix, CriterionVerdict
    from app.quoting.revision import Revision
    from app.translation import Words


def reason_facts(
    revision: Revision,
    matrix: AuthorityMatrix,
    authority: AuthorityLayout,
    words: Words,
    figures: Figures,
) -> Iterator[Fact]:
    """The level required, then each criterion beyond own authority, then the rest in one line."""
    nobody = words("workbook.scenario.nobody")
    own = authority.own
    yield required_fact(revision, matrix, authority, words, figures)
    yield Fact(words("workbook.summary.own_level"), level_text(matrix, own, figures, nobody))
    placed = [(position_of(matrix, found.level), found) for found in revision.verdict.criteria]
    above = [pair for pair in placed if pair[0] > own]
    for position, found in sorted(above, key=lambda pair: -pair[0]):
        shown = _reason(found, matrix, own, words, figures)
        needs = level_text(matrix, position, figures, nobody)
        reason = words("workbook.summary.reason", shown=shown, level=needs)
        yield Fact(figures.text(found.name), reason)
    within = [figures.text(found.name) for position, found in placed if position <= own]
    if within:
        joined = words("workbook.separator").join(within)
        yield Fact(words("workbook.summary.within_own"), joined)


def required_fact(
    revision: Revision,
    matrix: AuthorityMatrix,
    authority: AuthorityLayout,
    words: Words,
    figures: Figures,
) -> Fact:
    """The level required, as a formula on the authority sheet."""
    nobody = words("workbook.scenario.nobody")
    text = level_text(matrix, position_of(matrix, revision.verdict.level), figures, nobody)
    cell = f"{authority.name}!{authority.result_cell}"
    value = Live(f"={authority.spoken(cell, nobody)}", text)
    return Fact(words("workbook.summary.required"), value, Style.BIG_TEXT)


def _reason(
    found: CriterionVerdict, matrix: AuthorityMatrix, own: int, words: Words, figures: Figures
) -> str:
    """The value against the limit of the author's own level."""
    if found.value is None:
        return words("workbook.authority.raised")
    criterion = next((known for known in matrix.criteria if known.id == found.id), None)
    limit = criterion.limits[own - 1] if criterion and own <= len(criterion.limits) else None
    if limit is None:
        return _shown(found.value, found.unit, words, figures)
    key = "workbook.summary.below_limit" if found.smallest else "workbook.summary.above_limit"
    return words(
        key,
        value=_shown(found.value, found.unit, words, figures),
        limit=_shown(limit, found.unit, words, figures),
    )


def _shown(value: Decimal, unit: str, words: Words, figures: Figures) -> str:
    if unit == "yuan":
        return figures.yuan(fen(value))
    if unit == "months":
        return words("workbook.months", count=f"{value.normalize():f}")
    return figures.percent(value)
