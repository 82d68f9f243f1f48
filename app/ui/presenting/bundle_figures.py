"""What a bundle under design comes to, as figures, rows and bars for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.ui.widgets.figure_lines import Line
from app.ui.widgets.price_scale import PriceMark
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow
from app.ui.widgets.share_bar import SHARE_COLORS, SharePart
from catalog.bundle import PricingForm
from catalog.charge import ChargeType
from catalog.money import fen
from pricing.bundle_design import share_of
from pricing.bundle_solving import Goal

if TYPE_CHECKING:
    from decimal import Decimal

    from app.ui.presenting.speaker import Speaker
    from pricing.bundle_design import DesignFigures
    from pricing.bundle_solving import Solved
    from pricing.priced import PricedCharge

MINUS = "−"


class SolvedRow(NamedTuple):
    """A price that does what is wanted.

    Attributes:
        value: The price, or the percentage; empty when there is none.
        why: What binds it, or why there is none.
        is_taken: The bundle has it already.
    """

    value: str
    why: str
    is_taken: bool = False


def headline(speaker: Speaker, figures: DesignFigures) -> tuple[str, str]:
    """The price of a month, and what it saves of the list value."""
    money = speaker.figures.money
    price = f"¥{money(figures.monthly.net_amount)}"
    listed = speaker.translate("Bundles", "List value {list}").format(
        list=f"¥{money(figures.monthly.list_amount)}"
    )
    percent = figures.saving_percent
    if percent is None or not figures.saving:
        return price, listed
    text = (
        speaker.translate("Bundles", "saves {amount} ({percent})")
        if figures.saving > 0
        else speaker.translate("Bundles", "dearer by {amount} ({percent})")
    )
    saving = text.format(
        amount=f"¥{money(abs(figures.saving))}", percent=speaker.figures.percent(abs(percent))
    )
    return price, f"{listed} · {saving}"


def term_lines(speaker: Speaker, figures: DesignFigures, term: int) -> tuple[Line, ...]:
    """Margin, contract and VAT over the term."""
    money, translate = speaker.figures.money, speaker.translate
    percent = figures.margin_percent
    margin = f"¥{_signed(speaker, figures.margin)}"
    if percent is not None:
        margin += f" · {_percent(speaker, percent)}"
    lines = [
        Line(translate("Bundles", "Margin over {count} months").format(count=term), margin, True),
    ]
    once = figures.one_time
    if once.list_amount or once.net_amount:
        text = f"¥{money(once.list_amount)} → ¥{money(once.net_amount)}"
        lines.append(Line(translate("Bundles", "One-time, list → charged"), text))
    lines.append(
        Line(translate("Bundles", "Contract value"), f"¥{money(figures.contract.net_amount)}")
    )
    for row in figures.tax_rows:
        rate = speaker.figures.rate(row.rate)
        caption = translate("Bundles", "VAT {rate} of {net}").format(
            rate=rate, net=f"¥{money(row.net_ex_tax)}"
        )
        lines.append(Line(caption, f"¥{money(row.tax)}"))
    lines.append(
        Line(translate("Bundles", "Without VAT"), f"¥{money(figures.contract.net_ex_tax)}")
    )
    lines.append(Line(translate("Bundles", "Cost"), f"¥{money(figures.contract.cost)}"))
    return tuple(lines)


def share_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the allocation."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Bundles", "Component"), 0, "left"),
        ColumnSpec("share", translate("Bundles", "Share"), 80),
        ColumnSpec("percent", translate("Bundles", "of list"), 92),
        ColumnSpec("rate", translate("Bundles", "VAT"), 50, min_window=1400),
        ColumnSpec("margin", translate("Bundles", "Margin"), 88),
    )


def share_rows(speaker: Speaker, figures: DesignFigures) -> tuple[TableRow, ...]:
    """Every monthly charge with its share; guided ones are measured on their band."""
    banded = {part.place: part for part in figures.banded}
    rows = []
    for place, charge in enumerate(figures.charges):
        if charge.type is ChargeType.ONE_TIME:
            continue
        part = banded.get(place)
        below = part is not None and not part.keeps
        rows.append(
            TableRow(
                f"{place}",
                speaker.name(charge.name),
                cells=(
                    Cell(speaker.figures.money(charge.net_amount), hint=_split(speaker, charge)),
                    _of_list(speaker, charge, below=below, guided=part is not None),
                    Cell(
                        speaker.figures.rate(charge.tax_rate),
                        tone="muted",
                        hint=_split(speaker, charge),
                    ),
                    _margin(speaker, charge),
                ),
            )
        )
    return tuple(rows)


def share_parts(speaker: Speaker, figures: DesignFigures) -> tuple[SharePart, ...]:
    """The month's charges as parts of one bar."""
    monthly = [one for one in figures.charges if one.type is not ChargeType.ONE_TIME]
    total = sum(charge.net_amount for charge in monthly)
    parts = []
    for place, charge in enumerate(monthly):
        percent = share_of(charge.net_amount, total)
        text = speaker.figures.percent(percent) if percent is not None else ""
        amount = f"¥{speaker.figures.money(charge.net_amount)}"
        hint = f"{speaker.name(charge.name)} {amount} {text}"
        label = f"{percent:.0f}%" if percent is not None else ""
        color = SHARE_COLORS[place % len(SHARE_COLORS)]
        parts.append(SharePart(charge.net_amount, label, hint, color))
    return tuple(parts)


def scale_marks(
    speaker: Speaker, figures: DesignFigures, solved: dict[Goal, Solved | None]
) -> tuple[PriceMark, ...]:
    """The list value and what limits a fixed price."""
    translate = speaker.translate
    marks = [PriceMark("list", figures.monthly.list_amount, translate("Bundles", "list"), "text3")]
    named = (
        (Goal.BAND, translate("Bundles", "band"), "warn"),
        (Goal.MARGIN, translate("Bundles", "floor"), "bad"),
    )
    for goal, label, tone in named:
        found = solved.get(goal)
        if found is not None and found.bundle.form is PricingForm.FIXED:
            marks.append(PriceMark(goal.value, fen(found.value), label, tone))
    return tuple(marks)


def solved_row(
    speaker: Speaker, figures: DesignFigures, goal: Goal, found: Solved | None, now: object
) -> SolvedRow:
    """A solved price with what binds it.

    Args:
        speaker: Says it.
        figures: Of the bundle as it is, for the names of its charges.
        goal: What was wanted.
        found: The price; ``None`` when there is none.
        now: The bundle as it is.
    """
    translate = speaker.translate
    if found is None:
        why = {
            Goal.BAND: translate("Bundles", "nothing inside has a guided price"),
            Goal.SAVING: translate("Bundles", "the prices set by the state do not allow it"),
        }
        return SolvedRow("", why.get(goal, translate("Bundles", "not even at list price")))
    if found.bundle.form is PricingForm.FIXED:
        value = f"¥{speaker.figures.price(found.value)}"
    else:
        value = f"{MINUS}{found.value.normalize():f}%"
    name = next((speaker.name(c.name) for c in figures.charges if c.code == found.binds), "")
    why_text = translate("Bundles", "bound by {name}").format(name=name) if name else ""
    return SolvedRow(value, why_text, found.bundle == now)


def _of_list(speaker: Speaker, charge: PricedCharge, *, below: bool, guided: bool) -> Cell:
    percent = share_of(charge.net_amount, charge.list_amount)
    if percent is None:
        return Cell("–", tone="muted")
    text = _percent(speaker, percent)
    if below:
        hint = speaker.translate("Bundles", "Below its band: needs a filing number")
        return Cell(text, tone="warn", hint=hint)
    hint = speaker.translate("Bundles", "Guided price, within its band") if guided else ""
    return Cell(text, tone="normal" if guided else "muted", hint=hint)


def _margin(speaker: Speaker, charge: PricedCharge) -> Cell:
    left = charge.net_ex_tax - charge.cost_amount
    percent = share_of(left, charge.net_ex_tax)
    cost = speaker.translate("Bundles", "Cost {cost}, margin {margin}").format(
        cost=f"¥{speaker.figures.money(charge.cost_amount)}", margin=f"¥{_signed(speaker, left)}"
    )
    if percent is None:
        return Cell("–", tone="muted", hint=cost)
    return Cell(_percent(speaker, percent), tone="bad" if left < 0 else "normal", hint=cost)


def _split(speaker: Speaker, charge: PricedCharge) -> str:
    money = speaker.figures.money
    text = speaker.translate("Bundles", "{net} without VAT + {tax} VAT")
    return text.format(net=f"¥{money(charge.net_ex_tax)}", tax=f"¥{money(charge.tax)}")


def _signed(speaker: Speaker, amount: int) -> str:
    return f"{MINUS if amount < 0 else ''}{speaker.figures.money(abs(amount))}"


def _percent(speaker: Speaker, percent: Decimal) -> str:
    return f"{MINUS if percent < 0 else ''}{speaker.figures.percent(abs(percent))}"
