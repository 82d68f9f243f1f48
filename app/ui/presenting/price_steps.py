"""Why this is the price: the recorded steps of a charge, or of a bundle, as a waterfall."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.ui.presenting.main_charge import main_charge
from app.ui.presenting.row_keys import read_key
from app.ui.widgets.waterfall import PriceStep
from catalog.money import decimal_percent, percent_of
from pricing.stages import Stage

if TYPE_CHECKING:
    from typing import Literal

    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from catalog.money import Fen
    from pricing.priced import PricedCharge, PricedItem
    from pricing.priced import PriceStep as Recorded


class Explained(NamedTuple):
    """A waterfall and what it is about."""

    note: str
    steps: tuple[PriceStep, ...]


def explain_row(speaker: Speaker, revision: Revision, key: str) -> Explained:
    """The waterfall of the row with a key; empty when there is none."""
    row = read_key(key)
    item = revision.priced.item(row.item)
    if item is None:
        return Explained("", ())
    if item.is_bundle and not row.charge:
        return _bundle(speaker, revision, item)
    charge = (
        next((c for c in item.charges if c.code == row.charge), None)
        if row.charge
        else main_charge(item)
    )
    if charge is None:
        return Explained("", ())
    return Explained(_note(speaker, charge), _charge(speaker, revision, charge))


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
    steps.extend(
        _moved(speaker, published, item.offering, monthly.list_amount, monthly.published_amount)
    )
    taken = monthly.published_amount - monthly.net_amount
    if taken:
        percent = speaker.figures.percent(
            decimal_percent(percent_of(taken, monthly.published_amount))
        )
        label = speaker.translate("Price", "Taken off by hand")
        source = f"{revision.quote.manager.name} · {percent}"
        change = f"−{figures.money(taken)}" if taken > 0 else f"+{figures.money(-taken)}"
        steps.append(
            PriceStep(label, source, change, monthly.published_amount, monthly.net_amount, "manual")
        )
    return Explained(note, (*steps, _total(speaker, monthly.net_amount)))


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
