"""A quote tried with the rules in force and with the draft: totals, charges, promotions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.promotion_text import told_promotions, told_rejected
from app.ui.presenting.customers import Entry, Section
from app.ui.presenting.differences import causes_text, moved_text
from app.ui.presenting.facts import CODES
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.repricing import ChargeChange, Repricing
    from app.ui.presenting.speaker import Speaker
    from pricing.priced import PricedCharge, PricedQuote

_RULED = (Stage.AGREEMENT, Stage.VOLUME, Stage.TERM, Stage.PROMOTION)


class Side(NamedTuple):
    """One total with both sets of rules.

    Attributes:
        caption: What it is.
        old: With the rules in force.
        new: With the draft.
        moved: The difference with its sign; empty when there is none.
    """

    caption: str
    old: str
    new: str
    moved: str


def total_sides(speaker: Speaker, trial: Repricing) -> tuple[Side, ...]:
    """The totals that are not nothing in both."""
    translate, money = speaker.translate, speaker.figures.money
    old, new = trial.old.totals, trial.new.totals
    pairs = (
        (translate("Bench", "Monthly"), old.monthly, new.monthly),
        (translate("Bench", "Once"), old.one_time, new.one_time),
        (translate("Bench", "Yearly"), old.yearly, new.yearly),
        (translate("Bench", "Usage a month"), old.usage, new.usage),
        (translate("Bench", "Contract"), old.contract, new.contract),
    )
    return tuple(
        Side(
            caption,
            money(was.net_amount),
            money(now.net_amount),
            ""
            if was.net_amount == now.net_amount
            else _moved(speaker, was.net_amount, now.net_amount),
        )
        for caption, was, now in pairs
        if was.list_amount or now.list_amount
    )


def bench_sections(speaker: Speaker, trial: Repricing) -> tuple[Section, ...]:
    """Charges that change with their steps, then which promotions were used and which were not."""
    translate = speaker.translate
    changed = tuple(_change(speaker, trial, change) for change in trial.changes)
    findings = tuple(
        Entry(*speaker.finding(problem.code, problem.parameters)) for problem in trial.problems
    )
    codes = tuple(
        Entry(*speaker.finding(problem.code, problem.parameters))
        for problem in trial.new.problems
        if problem.where.column == CODES and problem not in trial.problems
    )
    sections = (
        Section(translate("Bench", "Charges that change"), changed),
        Section(translate("Bench", "New findings"), findings),
        Section(translate("Bench", "Promotion codes that bring nothing"), codes),
        Section(translate("Bench", "Rules used by the draft"), tuple(_used(speaker, trial.new))),
        Section(translate("Bench", "Promotions not used"), tuple(_unused(speaker, trial.new))),
    )
    return tuple(section for section in sections if section.entries)


def _change(speaker: Speaker, trial: Repricing, change: ChargeChange) -> Entry:
    money = speaker.figures.money
    old, new = (("–" if one is None else money(one)) for one in (change.old, change.new))
    charge = _charge(trial.new, change)
    steps = [] if charge is None else list(_steps(speaker, charge))
    told = [f"{old} → {new} ({moved_text(speaker, change.difference)})", *steps]
    return Entry(speaker.name(change.name), "\n".join((*told, causes_text(speaker, change.causes))))


def _charge(priced: PricedQuote, change: ChargeChange) -> PricedCharge | None:
    item = priced.item(change.item)
    charges = item.charges if item is not None else ()
    return next((charge for charge in charges if charge.code == change.charge), None)


def _steps(speaker: Speaker, charge: PricedCharge) -> Iterator[str]:
    for step in charge.steps:
        label = speaker.words(step.code, **{"source": "", "percent": "", **step.parameters})
        result = speaker.figures.money(step.result)
        moved = f" {moved_text(speaker, step.change)}" if step.stage is not Stage.LIST else ""
        yield f"{label.strip()}{moved} = {result}"


def _used(speaker: Speaker, priced: PricedQuote) -> Iterator[Entry]:
    """Every rule that altered a charge, with what it took in all of them together."""
    taken: dict[str, int] = {}
    names: dict[str, str] = {}
    for item in priced.items:
        for charge in item.charges:
            for step in charge.steps:
                if step.stage in _RULED:
                    taken[step.source] = taken.get(step.source, 0) + step.change
                    shown = {"source": "", "percent": "", **step.parameters}
                    names[step.source] = speaker.words(step.code, **shown).strip()
    for rule, amount in taken.items():
        yield Entry(names[rule], f"{rule} · {moved_text(speaker, amount)}")
    for text in told_promotions(priced, speaker.words, speaker.figures):
        yield Entry(text)


def _unused(speaker: Speaker, priced: PricedQuote) -> Iterator[Entry]:
    for item in priced.items:
        for charge in item.charges:
            for one in charge.rejected:
                text = told_rejected(one, speaker.words, speaker.figures)
                yield Entry(text, speaker.name(charge.name))


def _moved(speaker: Speaker, old: int, new: int) -> str:
    return moved_text(speaker, new - old)
