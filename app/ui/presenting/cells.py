"""Figures of one row of the item tree, with the signs that something stands in the way."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from app.ui.presenting.main_charge import main_charge
from app.ui.widgets.rows import Cell
from catalog.charge import ChargeType, PriceRegulation
from catalog.money import decimal_percent, percent_of
from catalog.period import BillingPeriod
from pricing.tax_on_top import prices_without_tax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone
    from catalog.money import Fen
    from pricing.priced import Amounts, PricedCharge, PricedItem

_DASH = Cell("–", tone="muted")
_REFUSED = "price.alteration_out_of_range"


class OwnLimits(NamedTuple):
    """What may be granted by oneself; it decides the signs of all rows.

    Attributes:
        market: Percent that may be taken off market prices.
        guided: The same for guided prices.
        margin: Least margin in percent.
    """

    market: Decimal | None
    guided: Decimal | None
    margin: Decimal | None


class ItemCells:
    """Makes the cells of the rows of one revision."""

    def __init__(self, speaker: Speaker, revision: Revision) -> None:
        """Look up what is shared by all rows."""
        self._speaker = speaker
        own = {c.id: c.own_limit for c in revision.verdict.criteria}
        self.own = OwnLimits(
            own.get("market_discount"), own.get("guided_discount"), own.get("margin")
        )
        self._refused: dict[str, tuple[str, ...]] = {}
        for problem in revision.priced.problems:
            if problem.code == _REFUSED:
                where = problem.where
                self._refused[where.subject] = (*self.refused(where.subject), where.column)

    def refused(self, item_id: str) -> tuple[str, ...]:
        """Codes of an item's charges whose discount was not applied; empty text for all of it."""
        return self._refused.get(item_id, ())

    def signs_as(self, other: ItemCells) -> bool:
        """Whether the rows of other items have the same signs as in another revision."""
        return self.own == other.own and self._refused == other._refused

    def bundle(self, item: PricedItem) -> tuple[Cell, ...]:
        """Cells of a bundle: its published price against the list prices of its parts."""
        figures = self._speaker.figures
        unit = self._speaker.translate("Items", "sets")
        listed = figures.price(_per_unit(item.monthly.list_amount, item.quantity))
        net = figures.price(_per_unit(item.monthly.net_amount, item.quantity))
        return (
            Cell(figures.quantity(item.quantity), unit, editable=True),
            Cell(listed, tone="muted"),
            self._discount(item.extra_discount, self.own.market, refused=self._bad(item, "")),
            Cell(net, editable=True),
            self._monthly(item),
            self._once(item.one_time),
            self._margin(item),
        )

    def section(self, items: Sequence[PricedItem]) -> tuple[Cell, ...]:
        """Cells of a heading: what its firm items cost a month, and once."""
        firm = [item for item in items if not item.optional]
        monthly = sum(item.monthly.net_amount for item in firm)
        once = sum(item.one_time.net_amount for item in firm)
        money, blank = self._speaker.figures.money, Cell("")
        return (
            *(blank,) * 4,
            Cell(money(monthly), tone="strong") if monthly else blank,
            Cell(money(once), tone="strong") if once else blank,
        )

    def item(self, item: PricedItem) -> tuple[Cell, ...]:
        """Cells of a single offering: the unit price of its main charge, its own sums."""
        charge = main_charge(item)
        if charge is None:
            return (Cell(self._speaker.figures.quantity(item.quantity), editable=True),)
        return (
            Cell(
                self._speaker.figures.quantity(charge.quantity),
                self._speaker.unit(charge.unit),
                editable=True,
            ),
            *self._prices(item, charge),
            self._monthly(item),
            self._once(item.one_time),
            self._margin(item),
        )

    def charge(self, item: PricedItem, charge: PricedCharge) -> tuple[Cell, ...]:
        """Cells of one charge of a single offering."""
        figures = self._speaker.figures
        once = charge.type is ChargeType.ONE_TIME
        amount = Cell(figures.money(charge.net_amount), self._per(charge), tone="muted")
        quantity = figures.quantity(charge.quantity)
        return (
            Cell(quantity, self._speaker.unit(charge.unit), editable=True),
            *self._prices(item, charge),
            Cell("") if once else amount,
            amount if once else Cell(""),
        )

    def component(self, item: PricedItem, charge: PricedCharge) -> tuple[Cell, ...]:
        """Cells of a component of a bundle: what is included, and its share of the price.

        A discount can be typed on what is charged each month; what it is meant for is asked where
        the bundle has one price.
        """
        figures, translate = self._speaker.figures, self._speaker.translate
        included = translate("Items", "allowance") if charge.allowance else ""
        if not charge.is_share and not included:
            included = figures.price(charge.net_price)
        included = included or translate("Items", "included")
        once = charge.type is ChargeType.ONE_TIME
        share = Cell(
            figures.money(charge.net_amount),
            tone="muted",
            hint=translate("Items", "Share of the bundle's price") if charge.is_share else "",
        )
        return (
            Cell(figures.quantity(charge.quantity), self._speaker.unit(charge.unit)),
            Cell(figures.price(charge.list_price), tone="muted"),
            self._part_discount(item, charge),
            Cell(self._once_text(charge.net_amount, charge.list_amount) if once else included),
            Cell("") if once else share,
            share if once else Cell(""),
        )

    def _part_discount(self, item: PricedItem, charge: PricedCharge) -> Cell:
        if charge.type is not ChargeType.RECURRING or charge.allowance:
            return Cell("")
        guided = charge.regulation is PriceRegulation.GUIDED
        limit = self.own.guided if guided else self.own.market
        given = None if charge.is_share else charge.discount
        return self._discount(given, limit, refused=self._bad(item, charge.code))

    def _prices(self, item: PricedItem, charge: PricedCharge) -> tuple[Cell, Cell, Cell]:
        figures = self._speaker.figures
        listed, net = self._unit_prices(charge)
        if charge.published_waiver:
            free = self._speaker.translate("Items", "waived")
            hint = self._speaker.translate("Items", "Published as free with a bundle")
            return listed, Cell(free, tone="muted", hint=hint), Cell(figures.price(Decimal(0)))
        guided = charge.regulation is PriceRegulation.GUIDED
        limit = self.own.guided if guided else self.own.market
        if charge.type is ChargeType.ONE_TIME:
            limit = None  # one-time charges are judged together, as a share of all of them
        if charge.regulation is PriceRegulation.FIXED:
            limit = Decimal(0)
        refused = self._bad(item, charge.code)
        return (
            listed,
            self._basis(self._discount(charge.discount, limit, refused=refused), charge),
            net,
        )

    def _unit_prices(self, charge: PricedCharge) -> tuple[Cell, Cell]:
        """List and net price of a unit; without VAT, and saying so, where the list has none in it.

        What is typed over the net price has the same basis.
        """
        figures, translate = self._speaker.figures, self._speaker.translate
        without = prices_without_tax(charge)
        if without is None:
            return (
                Cell(figures.price(charge.list_price), tone="muted"),
                Cell(figures.price(charge.net_price), editable=True),
            )
        unit = translate("Items", "ex VAT")
        listed_hint = translate("Items", "The list price is without VAT; {price} with it")
        net_hint = translate("Items", "Without VAT, and typed without it; {price} with VAT")
        listed_hint = listed_hint.format(price=figures.price(charge.list_price))
        net_hint = net_hint.format(price=figures.price(charge.net_price))
        return (
            Cell(figures.price(without.listed), unit, "muted", hint=listed_hint),
            Cell(figures.price(without.net), unit, editable=True, hint=net_hint),
        )

    def _basis(self, cell: Cell, charge: PricedCharge) -> Cell:
        """The cell of a discount; its hint says that amounts typed into it are without VAT."""
        if prices_without_tax(charge) is None:
            return cell
        told = self._speaker.translate("Items", "Amounts typed here are without VAT")
        return replace(cell, hint=f"{cell.hint}; {told}" if cell.hint else told)

    def _discount(self, percent: Decimal | None, limit: Decimal | None, *, refused: bool) -> Cell:
        translate = self._speaker.translate
        if refused:
            hint = translate("Items", "The discount exceeds the price and is not applied")
            return Cell(translate("Items", "invalid"), tone="bad", editable=True, hint=hint)
        if not percent:
            hint = translate(
                "Items", "Type a percentage, 8.5折, -30 for 30 yuan off, or =85 for a price of 85"
            )
            return Cell("–", tone="muted", editable=True, hint=hint)
        text = self._speaker.figures.percent(percent).removesuffix("%").strip()
        over = limit is not None and percent > limit
        hint = translate("Items", "Beyond your own authority") if over else ""
        return Cell(text, "%", "warn" if over else "normal", editable=True, hint=hint)

    def _bad(self, item: PricedItem, charge: str) -> bool:
        return charge in self.refused(item.id)

    def _monthly(self, item: PricedItem) -> Cell:
        figures, translate = self._speaker.figures, self._speaker.translate
        if item.monthly.net_amount or not item.yearly.net_amount:
            shown = item.monthly.net_amount
            has = any(c.period is BillingPeriod.MONTH for c in item.charges)
            return Cell(figures.money(shown), tone="strong") if has else _DASH
        return Cell(figures.money(item.yearly.net_amount), translate("Items", "/year"), "strong")

    def _once(self, once: Amounts) -> Cell:
        if not once.list_amount and not once.net_amount:
            return _DASH
        return Cell(self._once_text(once.net_amount, once.list_amount), tone="muted")

    def _once_text(self, net: Fen, listed: Fen) -> str:
        if not net and listed:
            return self._speaker.translate("Items", "waived")
        return self._speaker.figures.money(net)

    def _per(self, charge: PricedCharge) -> str:
        if charge.period is BillingPeriod.YEAR:
            return self._speaker.translate("Items", "/year")
        return ""

    def _margin(self, item: PricedItem) -> Cell:
        """Margin of what recurs, or of a one-time item: of revenue without VAT, internal."""
        amounts = next(
            (a for a in (item.monthly, item.yearly, item.one_time) if a.net_ex_tax), None
        )
        if amounts is None:
            return _DASH
        percent = decimal_percent(percent_of(amounts.net_ex_tax - amounts.cost, amounts.net_ex_tax))
        least = self.own.margin
        tone: Tone = "normal"
        if percent < 0:
            tone = "bad"
        elif least is not None and percent < least:
            tone = "warn"
        shown = self._speaker.figures.percent(percent.quantize(Decimal("0.1")))
        meter = max(0, min(1000, int(percent * 10)))
        return Cell(shown.removesuffix("%").strip(), "%", tone, meter=meter)


def _per_unit(amount: Fen, quantity: int) -> Decimal:
    """Yuan per unit, for showing."""
    price = Decimal(amount) / max(quantity, 1) / 100
    return price.quantize(Decimal("0.0001"))
