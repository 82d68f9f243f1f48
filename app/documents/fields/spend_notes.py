"""Fields of what bills say besides their figures: direction, season, reasons, lines together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.kind import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.quoting.spend_notes import SpendNotes
    from app.translation import Words

NOTES_GUIDE = (
    Field(
        "notes",
        "走势、季节、已核实的月份、相关线路，每句一条",
        "Trend, season, confirmed months, related lines",
        is_list=True,
    ),
)

_APART = 10
"""Percent from the average month from which a calendar month is named."""
_HUNDRED = 100
_MOST_NAMES = 6


def notes_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The group ``notes``: one sentence each; nothing without bills."""
    notes = revision.spend_notes
    return {"notes": list(_sentences(revision, notes, words, figures)) if notes else []}


def _sentences(
    revision: CustomerRevision, notes: SpendNotes, words: Words, figures: Figures
) -> Iterator[str]:
    analysis = revision.analysis
    if notes.given_up:
        yield words("paper.spend.given_up", lines=words("paper.list_comma").join(notes.given_up))
    for found in analysis.normal if analysis is not None else ():
        yield words(
            "paper.spend.normal",
            month=figures.month(found.month),
            name=figures.text(found.name),
            amount=figures.money(found.amount),
            reason=words("paper.spend.because", reason=found.reason) if found.reason else "",
        )
    if notes.trend is not None:
        way = "falling" if notes.trend.slope < 0 else "rising"
        yield words(
            f"paper.spend.{way if notes.trend.slope else 'level'}",
            first=figures.month(notes.trend.first),
            last=figures.month(notes.trend.last),
            slope=figures.money(abs(notes.trend.slope)),
        )
    yield from _season(notes, words, figures)
    for signal in analysis.churn if analysis is not None else ():
        yield words(
            "paper.spend.fell",
            name=figures.text(signal.name) or words("paper.spend.total"),
            before=figures.money(signal.before),
            latest=figures.money(signal.latest),
            drop=figures.percent(signal.drop),
        )
    yield from _related(notes, words, figures)


def _season(notes: SpendNotes, words: Words, figures: Figures) -> Iterator[str]:
    if notes.year is not None:
        change = notes.year.change
        yield words(
            "paper.spend.year",
            month=figures.month(notes.year.month),
            amount=figures.money(notes.year.amount),
            before=figures.money(notes.year.before),
            change=f"{'+' if change > 0 else ''}{figures.percent(change)}",
        )
    if notes.season is None:
        yield words("paper.spend.no_season")
        return
    apart = [one for one in notes.season.months if abs(one.index - _HUNDRED) >= _APART]
    if not apart:
        yield words("paper.spend.even")
        return
    named = words("paper.list_comma").join(
        words(
            "paper.spend.month",
            month=words(f"paper.month.{one.number:02d}"),
            index=figures.percent(one.index),
        )
        for one in apart
    )
    yield words(
        "paper.spend.season",
        first=figures.month(notes.season.first),
        last=figures.month(notes.season.last),
        months=named,
    )


def _related(notes: SpendNotes, words: Words, figures: Figures) -> Iterator[str]:
    if not notes.related:
        return
    shown = [figures.text(line.name) for line in notes.related[:_MOST_NAMES]]
    names = words("paper.list_comma").join(shown)
    if len(notes.related) > _MOST_NAMES:
        names = words("paper.spend.and_more", names=names, count=len(notes.related))
    yield words(
        "paper.spend.related",
        because=figures.text(notes.related[0].because),
        names=names,
        amount=figures.money(sum(line.monthly for line in notes.related)),
    )
