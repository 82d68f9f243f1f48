"""Why this is the price: the recorded steps of a charge, or of a bundle, as a waterfall."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.promotion_text import told_promotions, told_rejected
from app.quoting.timing import timings_of
from app.ui.presenting.main_charge import main_charge
from app.ui.presenting.row_keys import read_key
from app.ui.widgets.waterfall import PriceStep
from catalog.charge import ChargeType
from catalog.money import decimal_percent, percent_of
from catalog.period import BillingPeriod
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from catalog.money import Fen
    from pricing.priced import PricedCharge, PricedItem
    from pricing.trail import PriceStep as Recorded


class Explained(NamedTuple):
    """A waterfall and what it is about.

    Attributes:
        note: What is explained.
        steps: From the list price down.
        others: A sentence for each promotion that is not used, or that a limit cuts.
    """

    note: str
    steps: tuple[PriceStep, ...]
    others: tuple[str, ...] = ()


def explain_row(speaker: Speaker, revision: Revision, key: str) -> Explained:
    """The waterfall of the row with a key; empty when there is none."""
    row = read_key(key)
    item = revision.priced.item(row.item)
    if item is None:
        return Explained("", ())
    whole = tuple(told_promotions(revision.priced, speaker.words, speaker.figures))
    if item.is_bundle and not row.charge:
        note, steps, _ = _bundle(speaker, revision, item)
        return Explained(_timed(speaker, revision, item, note), steps, whole)
    charge = (
        next((c for c in item.charges if c.code == row.charge), None)
        if row.charge
        else main_charge(item)
    )
    if charge is None:
        return Explained("", ())
    mine = (told_rejected(one, speaker.words, speaker.figures) for one in charge.rejected)
    note = _note(speaker, charge)
    if charge.period is BillingPeriod.MONTH and charge.type is not ChargeType.USAGE:
        note = _timed(speaker, revision, item, note)
    return Explained(note, _charge(speaker, revision, charge), (*mine, *whole))


def _timed(speaker: Speaker, revision: Revision, item: PricedItem, note: str) -> str:
    """A note with what changes over the term, and what those months come to."""
    timings = timings_of(revision.quote.item(item.id), item)
    if not timings:
        return note
    told = [speaker.words(timing.code, **timing.parameters) for timing in timings]
    months = [
        f"{part.first}-{part.last}: {speaker.figures.money(part.amounts.net_amount)}"
        for part in item.schedule
    ]
    pairs = [" · ".join(months[place : place + 2]) for place in range(0, len(months), 2)]
    return "\n".join((note, *told, *pairs))


def _note(speaker: Speaker, charge: PricedCharge) -> str:
    count = f"{speaker.figures.quantity(charge.quantity)} {speaker.unit(charge.unit)}"
    period = speaker.words(f"period.{charge.period.value}")
    return f"{speaker.name(charge.name)} · {count} · {period}"


def _charge(speaker: Speaker, revision: Revision, charge: PricedCharge) -> tuple[PriceStep, ...]:
    steps = [_step(speaker, revision, step) for step in charge.steps]
    last = charge.steps[-1].result if charge.steps else charge.net_amount
    return (*steps, _total(speaker, last))


def _bundle(speaker: Speaker, revision: Revision, item: PricedItem) -> Explained:
    """List prices of the parts, the published price, what was taken off by hand."""
    figures, monthly = speaker.figures, item.monthly
    count = f"{figures.quantity(item.quantity)} {speaker.translate('Items', 'sets')}"
    note = f"{speaker.name(item.name)} · {count} · {speaker.words('period.month')}"
    parts = speaker.translate("Price", "List prices of its parts")
    source = _catalogue(speaker, revision)
    steps = [
        PriceStep(parts, source, figures.money(monthly.list_amount), 0, monthly.list_amount, "base")
    ]
    published = speaker.translate("Price", "Published bundle price")
    begun = _published(item)
    steps.extend(_moved(speaker, published, item.offering, monthly.list_amount, begun))
    for name, rule, moved in _promoted(speaker, item):
        steps.extend(_moved(speaker, name, rule, begun, begun + moved))
        begun += moved
    taken = begun - monthly.net_amount
    if taken:
        percent = speaker.figures.percent(decimal_percent(percent_of(taken, begun)))
        label = speaker.translate("Price", "Taken off by hand")
        source = f"{revision.quote.manager.name} · {percent}"
        change = f"−{figures.money(taken)}" if taken > 0 else f"+{figures.money(-taken)}"
        steps.append(PriceStep(label, source, change, begun, monthly.net_amount, "manual"))
    return Explained(note, (*steps, _total(speaker, monthly.net_amount)))


def _monthly(item: PricedItem) -> Iterator[PricedCharge]:
    return (
        charge
        for charge in item.charges
        if charge.period is BillingPeriod.MONTH and charge.type is not ChargeType.USAGE
    )


def _published(item: PricedItem) -> Fen:
    """What a bundle publishes for a month, whatever was taken off since."""
    return sum(
        [step.result for step in charge.steps if step.stage <= Stage.BUNDLE][-1]
        for charge in _monthly(item)
    )


def _promoted(speaker: Speaker, item: PricedItem) -> list[tuple[str, str, Fen]]:
    """Name, rule and change of each promotion on the whole quote."""
    found: dict[str, tuple[str, str, Fen]] = {}
    for charge in _monthly(item):
        for step in charge.steps:
            if step.stage is Stage.QUOTE_PROMOTION:
                label = speaker.words(step.code, source=step.source, **step.parameters)
                known = found.get(step.source, (label, step.source, 0))
                found[step.source] = (label, step.source, known[2] + step.change)
    return list(found.values())


def _moved(
    speaker: Speaker, label: str, source: str, start: Fen, end: Fen
) -> tuple[PriceStep, ...]:
    if start == end:
        return ()
    return (PriceStep(label, source, _change(speaker, end - start), start, end, _way(start, end)),)


def _step(speaker: Speaker, revision: Revision, step: Recorded) -> PriceStep:
    if step.stage is Stage.LIST:
        text = speaker.words("step.list")
        amount = speaker.figures.money(step.result)
        return PriceStep(text, _catalogue(speaker, revision), amount, 0, step.result, "base")
    start = step.result - step.change
    manual = step.stage is Stage.MANUAL
    shown = {"source": "", "percent": "", **step.parameters}
    label = speaker.words(step.code, **shown).strip()
    source = revision.quote.manager.name if manual else step.source
    kind = "manual" if manual else _way(start, step.result)
    return PriceStep(label, source, _change(speaker, step.change), start, step.result, kind)


def _way(start: Fen, end: Fen) -> Literal["down", "up"]:
    return "down" if end <= start else "up"


def _total(speaker: Speaker, amount: Fen) -> PriceStep:
    label = speaker.words("step.net")
    return PriceStep(label, "", speaker.figures.money(amount), 0, amount, "total")


def _catalogue(speaker: Speaker, revision: Revision) -> str:
    title = speaker.translate("Price", "Catalogue {version}")
    return title.format(version=revision.priced.catalog_version)


def _change(speaker: Speaker, change: Fen) -> str:
    sign = "−" if change < 0 else "+"
    return f"{sign}{speaker.figures.money(abs(change))}"
