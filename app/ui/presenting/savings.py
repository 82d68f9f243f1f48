"""What the customer gains, as pairs of caption and figure, and month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.figure_lines import Line
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow
from catalog.money import decimal_percent, percent_of

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker


def spend_lines(speaker: Speaker, revision: Revision) -> tuple[Line, ...]:
    """The typical month beside the plain average."""
    analysis = revision.analysis
    if analysis is None:
        return ()
    translate, figures = speaker.translate, speaker.figures
    return (
        Line(translate("Savings", "Typical month"), figures.yuan(analysis.typical), strong=True),
        Line(translate("Savings", "Plain average"), figures.yuan(analysis.average)),
        Line(translate("Savings", "Fluctuation"), figures.percent(analysis.fluctuation)),
    )


def saving_lines(speaker: Speaker, revision: Revision) -> tuple[Line, ...]:
    """Today against the offer, like for like; nothing without bills or items."""
    saving = revision.saving
    if saving is None or not revision.priced.items:
        return ()
    translate, figures = speaker.translate, speaker.figures
    percent = figures.percent(saving.percent)
    term = translate("Savings", "Over {term} months").format(term=revision.quote.term)
    plain = saving.offered + saving.against_average
    percent_of_plain = decimal_percent(percent_of(saving.against_average, plain))
    against = f"{figures.yuan(saving.against_average)} ({figures.percent(percent_of_plain)})"
    lines = [
        Line(translate("Savings", "Today, like for like"), figures.yuan(saving.today)),
        *_rivals(speaker, revision),
        Line(translate("Savings", "Offered instead"), figures.yuan(saving.offered)),
        Line(
            translate("Savings", "Saving a month"),
            f"{figures.yuan(saving.saving)} ({percent})",
            strong=True,
        ),
        Line(term, figures.yuan(saving.over_term)),
        Line(translate("Savings", "Against the average"), against),
    ]
    if saving.new_value:
        new = translate("Savings", "New services a month")
        lines.append(Line(new, figures.yuan(saving.new_value)))
    return tuple(lines)


def _rivals(speaker: Speaker, revision: Revision) -> tuple[Line, ...]:
    """What of today's amount goes to competitors."""
    paid = revision.quote.like_for_like.competitor
    if not paid:
        return ()
    caption = speaker.translate("Savings", "of it to competitors")
    return (Line(caption, speaker.figures.yuan(paid)),)


def replay_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the past months under the offer."""
    translate = speaker.translate
    return (
        ColumnSpec("month", translate("Savings", "Month"), 0, "left"),
        ColumnSpec("actual", translate("Savings", "Billed"), 90),
        ColumnSpec("planned", translate("Savings", "With the offer"), 96),
        ColumnSpec("saving", translate("Savings", "Saving"), 84),
    )


def replay_rows(speaker: Speaker, revision: Revision) -> tuple[TableRow, ...]:
    """Each past month as it would have been."""
    figures = speaker.figures
    if not revision.priced.items:
        return ()
    return tuple(
        TableRow(
            month.month,
            figures.month(month.month),
            cells=(
                Cell(figures.money(month.actual), tone="muted"),
                Cell(figures.money(month.planned)),
                Cell(figures.money(month.saving), tone="strong"),
            ),
        )
        for month in revision.replay
    )
