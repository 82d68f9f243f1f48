"""Rows of the start page: what is to be done, and what was in hand lately."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from app.quoting.alert import AlertKind, AlertLevel
from app.quoting.alert_text import told_alert, told_deed
from app.services.today import NeedKind
from app.services.unfinished import WorkKind
from app.ui.presenting.visits import visit_rows
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.alert import Alert
    from app.services.today import AtHand, Need, Today
    from app.services.unfinished import Unfinished
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone

_ICONS: Final = {
    NeedKind.DECIDE: "gavel",
    NeedKind.RETURNED: "undo-2",
    NeedKind.EXPIRING: "clock",
    NeedKind.UNANSWERED: "mail",
    NeedKind.FINISH: "pencil-line",
}
ALERT: Final = "alert"
"""Begins the keys of rows that are alerts."""
WORK: Final = "work"
"""Begins the keys of rows that are unfinished imports, batches and drafts."""
ALL, DECIDE, OFFERS, CUSTOMERS, FINISH = "all", "decide", "offers", "customers", "finish"
VISITS: Final = "visits"
_GROUPS: Final = {
    ALL: frozenset(NeedKind),
    DECIDE: frozenset((NeedKind.DECIDE, NeedKind.RETURNED)),
    OFFERS: frozenset((NeedKind.EXPIRING, NeedKind.UNANSWERED)),
    VISITS: frozenset[NeedKind](),
    CUSTOMERS: frozenset[NeedKind](),
    FINISH: frozenset((NeedKind.FINISH,)),
}
_WORK_ICONS: Final = {
    WorkKind.RESCUED: "history",
    WorkKind.BATCH: "files",
    WorkKind.BILLS: "upload",
    WorkKind.CUSTOMERS: "upload",
    WorkKind.CATALOGUE: "upload",
    WorkKind.CATALOGUE_DRAFT: "package",
    WorkKind.RULE_DRAFT: "badge-percent",
    WorkKind.LIMITS_DRAFT: "gavel",
}
_TOMORROW = 1
_SOON = 2
"""Days before an end that are told as bad, not only as a warning."""


def need_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of what is to be done."""
    translate, titled = speaker.translate, speaker.figures.listed_title
    return (
        ColumnSpec("what", translate("Today", "What"), 0, "left"),
        ColumnSpec("why", translate("Today", "Why now"), 210, "left"),
        ColumnSpec("contract", titled(translate("Today", "Contract total")), 120, "right", 1200),
        ColumnSpec("deed", translate("Today", "Enter"), 96, "left"),
    )


def today_rows(speaker: Speaker, today: Today, group: str) -> list[TableRow]:
    """Rows of a group: visits of these days, what presses, customers, then what was begun."""
    needs = [need for need in today.needs if need.kind in _GROUPS[group]]
    pressing = [need for need in needs if need.kind is not NeedKind.FINISH]
    visits = today.visits if group in {ALL, VISITS} else ()
    due = [one for one in visits if one.days <= _TOMORROW]
    rows = [*visit_rows(speaker, due), *need_rows(speaker, pressing)]
    rows += visit_rows(speaker, visits[len(due) :])
    if group in {ALL, CUSTOMERS}:
        rows += alert_rows(speaker, today.alerts)
    if group in {ALL, FINISH}:
        rows += work_rows(speaker, today.works)
    return [*rows, *need_rows(speaker, [need for need in needs if need not in pressing])]


def work_rows(speaker: Speaker, works: Sequence[Unfinished]) -> tuple[TableRow, ...]:
    """One row a work; its key stands behind ``work:``."""
    translate = speaker.translate
    return tuple(
        TableRow(
            key=f"{WORK}:{one.key}",
            title=_work_title(speaker, one),
            icon=_WORK_ICONS[one.kind],
            subtitle=_work_detail(one),
            cells=(
                Cell(_progress(speaker, one), tone="warn"),
                Cell(""),
                Cell(
                    translate("Today", "Look")
                    if one.kind is WorkKind.RESCUED
                    else translate("Today", "Go on")
                ),
            ),
        )
        for one in works
    )


def _work_title(speaker: Speaker, work: Unfinished) -> str:
    translate = speaker.translate
    titles = {
        WorkKind.RESCUED: translate("Today", "Former data are kept"),
        WorkKind.BATCH: translate("Today", "Papers for many: {name}"),
        WorkKind.BILLS: translate("Today", "Bills of {name}"),
        WorkKind.CUSTOMERS: translate("Today", "Import of customers"),
        WorkKind.CATALOGUE: translate("Today", "Import of a catalogue"),
        WorkKind.CATALOGUE_DRAFT: translate("Today", "Draft of the catalogue"),
        WorkKind.RULE_DRAFT: translate("Today", "Draft of the rules"),
        WorkKind.LIMITS_DRAFT: translate("Today", "Draft of limits and people"),
    }
    return titles[work.kind].format(name=work.name)


def _work_detail(work: Unfinished) -> str:
    """Names of the files or of the folder, or the version that a draft began with."""
    return ", ".join(PurePath(one).name for one in work.places) or work.name


def _progress(speaker: Speaker, work: Unfinished) -> str:
    translate = speaker.translate
    if work.kind is WorkKind.RESCUED:
        return translate("Today", "a backup took their place")
    if work.kind is WorkKind.BATCH:
        told = translate("Today", "{done} of {total} customers are done")
    elif work.done:
        told = translate("Today", "{done} edits, not published")
    else:
        told = translate("Today", "begun, nothing stored")
    return told.format(done=work.done, total=work.total)


def need_rows(speaker: Speaker, needs: Sequence[Need]) -> tuple[TableRow, ...]:
    """One row a need."""
    return tuple(_need(speaker, need) for need in needs)


def alert_rows(speaker: Speaker, alerts: Sequence[Alert]) -> tuple[TableRow, ...]:
    """One row an alert; its key is its identifier behind ``alert:``."""
    tones: dict[AlertLevel, Tone] = {
        AlertLevel.RED: "bad",
        AlertLevel.YELLOW: "warn",
        AlertLevel.NOTICE: "muted",
    }
    names = alert_names(speaker)
    return tuple(
        TableRow(
            key=f"{ALERT}:{one.id}",
            title=one.customer_name,
            icon="bell",
            subtitle=told_alert(one, speaker.words, speaker.figures),
            cells=(
                Cell(names[one.kind], tone=tones[one.level]),
                Cell(""),
                Cell(told_deed(one, speaker.words)),
            ),
        )
        for one in alerts
    )


def alert_names(speaker: Speaker) -> dict[AlertKind, str]:
    """What each kind of alert is called in a column."""
    translate = speaker.translate
    return {
        AlertKind.SPEND_DROP: translate("Today", "bills drop"),
        AlertKind.CONTRACT_END: translate("Today", "contract ends"),
        AlertKind.COMPETITOR_END: translate("Today", "competitor's contract ends"),
        AlertKind.SEASONAL_RISE: translate("Today", "season begins"),
        AlertKind.RETENTION_HOLD: translate("Today", "held back"),
        AlertKind.SAVING_MISSED: translate("Today", "saves less than promised"),
        AlertKind.PROMISE: translate("Today", "promise due"),
        AlertKind.NEXT_STEP: translate("Today", "next step due"),
    }


def at_hand_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """The one column of what was in hand."""
    return (ColumnSpec("what", speaker.translate("Today", "Pinned and recent"), 0, "left"),)


def at_hand_rows(speaker: Speaker, records: Sequence[AtHand]) -> tuple[TableRow, ...]:
    """One row a record; its key is kind and identifier."""
    icons = {"quotes": "file-text", "customers": "building-2"}
    untitled = speaker.translate("Lists", "Quote without title")
    return tuple(
        TableRow(
            key=f"{one.kind}:{one.id}",
            title=one.title or untitled,
            icon="star" if one.pinned else icons[one.kind],
            subtitle=one.detail,
        )
        for one in records
    )


def deed_text(speaker: Speaker, kind: NeedKind) -> str:
    """What Enter does."""
    translate = speaker.translate
    known = {
        NeedKind.DECIDE: translate("Today", "Decide"),
        NeedKind.RETURNED: translate("Today", "Revise"),
        NeedKind.EXPIRING: translate("Today", "Open"),
        NeedKind.UNANSWERED: translate("Today", "Remind"),
        NeedKind.FINISH: translate("Today", "Finish"),
    }
    return known[kind]


def _need(speaker: Speaker, need: Need) -> TableRow:
    quote = need.quote
    told, tone = _why(speaker, need)
    contract = "" if quote.contract is None else speaker.figures.listed(quote.contract)
    parts = (quote.customer_name, quote.number)
    return TableRow(
        key=need.key,
        title=quote.title or speaker.translate("Lists", "Quote without title"),
        icon=_ICONS[need.kind],
        subtitle=" · ".join(part for part in parts if part),
        cells=(
            Cell(told, tone=tone, hint=need.reason),
            Cell(contract, tone="muted"),
            Cell(deed_text(speaker, need.kind)),
        ),
    )


def _why(speaker: Speaker, need: Need) -> tuple[str, Tone]:
    translate, days = speaker.translate, need.days
    told: dict[NeedKind, tuple[str, Tone]] = {
        NeedKind.DECIDE: (
            translate("Today", "waits for you, {days} days")
            if days
            else translate("Today", "waits for you since today"),
            "warn",
        ),
        NeedKind.RETURNED: (
            translate("Today", "sent back: {reason}")
            if need.reason
            else translate("Today", "sent back"),
            "bad",
        ),
        NeedKind.EXPIRING: _end(speaker, days),
        NeedKind.UNANSWERED: (translate("Today", "no answer for {days} days"), "warn"),
        NeedKind.FINISH: (translate("Today", "not touched for {days} days"), "muted"),
    }
    text, tone = told[need.kind]
    return text.format(days=abs(days), reason=need.reason), tone


def _end(speaker: Speaker, days: int) -> tuple[str, Tone]:
    """How near the end of an offer is; past and soon are bad."""
    translate = speaker.translate
    if days < 0:
        return translate("Today", "ended {days} days ago"), "bad"
    text = translate("Today", "ends in {days} days") if days else translate("Today", "ends today")
    return text, "bad" if days <= _SOON else "warn"
