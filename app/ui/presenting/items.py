"""Rows of the item tree: one for each item, and under it one for each of its charges."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.item_order import runs_of
from app.quoting.site_tree import paying_account
from app.quoting.timing import is_gift, timings_of
from app.ui.presenting.cells import ItemCells
from app.ui.presenting.characteristics import described
from app.ui.presenting.main_charge import main_charge
from app.ui.presenting.option_marks import option_marks
from app.ui.presenting.row_keys import charge_key, section_key
from app.ui.widgets.rows import Cell, ColumnSpec, QuoteRow
from pricing.changed_span import changed_span

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem
    from pricing.priced import PricedItem

QUANTITY, LIST_PRICE, DISCOUNT, NET_PRICE, MONTHLY, ONE_TIME, MARGIN = range(1, 8)

FAMILY_ICONS = {
    "VOICE": "phone",
    "INET": "globe",
    "DATA": "network",
    "IDC": "server",
    "MOB": "smartphone",
    "GRP": "users",
    "CONF": "video",
    "FUNC": "zap",
    "HB": "book-open",
    "INDU": "briefcase",
    "OUT": "headset",
    "RES": "cable",
    "SVC": "shield-check",
    "": "layers",
}
_NAMED_PARTS = 3


def item_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """The columns of the item tree; the names above are their numbers."""
    translate = speaker.translate
    return (
        ColumnSpec("title", translate("Items", "Product / details"), 0, "left"),
        ColumnSpec("quantity", translate("Items", "Quantity"), 84),
        ColumnSpec("list", translate("Items", "List price"), 92),
        ColumnSpec("discount", translate("Items", "Discount"), 86),
        ColumnSpec("net", translate("Items", "Net price"), 96),
        ColumnSpec("monthly", translate("Items", "Monthly"), 104),
        ColumnSpec("one_time", translate("Items", "One-time"), 96, min_window=1400),
        ColumnSpec("margin", translate("Items", "Margin"), 74, min_window=1300),
        ColumnSpec("code", translate("Items", "Code"), 110, "left", optional=True),
        ColumnSpec("site", translate("Items", "Site"), 120, "left", optional=True),
        ColumnSpec("payer", translate("Items", "Paid by"), 130, "left", optional=True),
    )


class _Known(NamedTuple):
    item: PricedItem
    quoted: QuoteItem | None
    refused: tuple[str, ...]
    row: QuoteRow


class _Shown(NamedTuple):
    cells: ItemCells
    revision: Revision
    rows: tuple[QuoteRow, ...]

    def is_for(self, revision: Revision) -> bool:
        """Whether sites and accounts are those of another revision."""
        return self.revision.customer is revision.customer

    def matches(self, cells: ItemCells, revision: Revision) -> bool:
        """Whether an item that did not change has the same row in another revision."""
        return cells.signs_as(self.cells) and self.is_for(revision)


class ItemRows:
    """Builds the rows of one quote and reuses those of items that did not change."""

    def __init__(self, speaker: Speaker, catalog: ProductCatalog) -> None:
        """Speak one language, and find names of families in one catalogue."""
        self._speaker = speaker
        self._catalog = catalog
        self._known: dict[str, _Known] = {}
        self._shown: _Shown | None = None
        self._sites: dict[str, str] = {}
        self._customer: Customer | None = None
        self._marks: dict[str, str] = {}

    def rows(self, revision: Revision) -> tuple[QuoteRow, ...]:
        """One row for each item in the order of the quote."""
        cells = ItemCells(self._speaker, revision)
        self._customer = revision.customer
        self._sites = {site.id: site.name for site in revision.customer.sites}
        plain = not any(item.section for item in revision.quote.items)
        rows = self._patched(cells, revision) if plain else None
        if rows is None:
            rows = self._all(cells, revision)
        self._shown = _Shown(cells, revision, rows)
        return rows if plain else self._grouped(cells, revision, rows)

    def _patched(self, cells: ItemCells, revision: Revision) -> tuple[QuoteRow, ...] | None:
        """The rows shown last with those of the edited items in their places.

        ``None`` where more differs: of ten thousand items not even the identity is looked at.
        """
        old = self._shown
        if old is None or not old.matches(cells, revision):
            return None
        gone, come = changed_span(old.revision.priced.items, revision.priced.items)
        before, after = changed_span(old.revision.quote.items, revision.quote.items)
        quoted = {item.id: item for item in revision.quote.items[after]}
        priced = revision.priced.items[come]
        if [item.id for item in priced] != list(quoted) or before != gone or after != come:
            return None  # an item without a price, or one whose price stayed
        for item in old.revision.priced.items[gone]:
            self._known.pop(item.id, None)
        made = [self._made(cells, item, quoted[item.id]) for item in priced]
        return (*old.rows[: gone.start], *made, *old.rows[gone.stop :])

    def _all(self, cells: ItemCells, revision: Revision) -> tuple[QuoteRow, ...]:
        shown = self._shown
        same = shown is not None and shown.cells.own == cells.own and shown.is_for(revision)
        known: dict[str, _Known] = self._known if same else {}
        quoted = {item.id: item for item in revision.quote.items}
        self._known, rows = {}, []
        for item in revision.priced.items:
            old, source = known.get(item.id), quoted.get(item.id)
            refused = cells.refused(item.id)
            # An edit leaves all items but one the same objects; of a thousand none is looked into.
            if (
                old is None
                or old.item is not item
                or old.quoted is not source
                or old.refused != refused
            ):
                rows.append(self._made(cells, item, source))
                continue
            self._known[item.id] = old
            rows.append(old.row)
        return tuple(rows)

    def _made(self, cells: ItemCells, item: PricedItem, quoted: QuoteItem | None) -> QuoteRow:
        row = self._row(cells, item, quoted)
        self._known[item.id] = _Known(item, quoted, cells.refused(item.id), row)
        return row

    def _grouped(
        self, cells: ItemCells, revision: Revision, rows: tuple[QuoteRow, ...]
    ) -> tuple[QuoteRow, ...]:
        """The rows with those of one section below its heading."""
        self._marks = option_marks(self._speaker, revision.quote, self._catalog)
        row_of = {row.key: row for row in rows}
        counted: dict[str, int] = {}
        grouped: list[QuoteRow] = []
        joined: list[tuple[str, list[QuoteRow]]] = []
        for run in runs_of(revision.quote.items):
            inside = [row_of[item.id] for item in run.items if item.id in row_of]
            if not run.section and not joined:
                grouped.extend(inside)  # what stands before the first heading needs none
            elif joined and joined[-1][0] == run.section:
                joined[-1][1].extend(inside)
            else:
                joined.append((run.section, inside))
        for section, inside in joined:
            again = counted[section] = counted.get(section, -1) + 1
            grouped.append(self._headed(cells, section, again, tuple(inside)))
        return tuple(grouped)

    def _headed(
        self, cells: ItemCells, section: str, again: int, inside: tuple[QuoteRow, ...]
    ) -> QuoteRow:
        """A heading with its items; without a text for those that follow a section outside it."""
        translate = self._speaker.translate
        count = translate("Items", "{count} items").format(count=len(inside))
        sums = cells.section([self._known[row.key].item for row in inside])
        title = section or translate("Items", "No section")
        key, mark = section_key(section, again), self._marks.get(section, "")
        return QuoteRow(key, "section", "", title, count, mark, sums, inside)

    def _row(self, cells: ItemCells, item: PricedItem, quoted: QuoteItem | None) -> QuoteRow:
        if item.is_bundle:
            return QuoteRow(
                key=item.id,
                kind="bundle",
                icon="layers",
                title=self._speaker.name(item.name),
                subtitle=self._sited(self._parts(item), quoted),
                badge=self._badge(item, quoted),
                cells=self._placed(cells.bundle(item), item, quoted),
                children=self._components(cells, item),
            )
        offering = self._catalog.offering(item.offering)
        return QuoteRow(
            key=item.id,
            kind="item",
            icon=FAMILY_ICONS.get(offering.family if offering else "", "package"),
            title=self._speaker.name(item.name),
            subtitle=self._sited(self._described(item, quoted), quoted),
            badge=self._badge(item, quoted),
            cells=self._placed(cells.item(item), item, quoted),
            children=self._charges(cells, item) if len(item.charges) > 1 else (),
        )

    def _sited(self, text: str, quoted: QuoteItem | None) -> str:
        """A description behind the site of the item and the account that is said to pay."""
        if quoted is None or not (quoted.site or quoted.bill_to):
            return text
        paid = self._speaker.translate("Items", "paid by {account}")
        payer = paid.format(account=quoted.bill_to) if quoted.bill_to else ""
        site = self._sites.get(quoted.site, quoted.site)
        return " · ".join(filter(None, (site, payer, text)))

    def _placed(
        self, cells: tuple[Cell, ...], item: PricedItem, quoted: QuoteItem | None
    ) -> tuple[Cell, ...]:
        """Figures with code, site and paying account behind them, for who wants these columns."""
        site = quoted.site if quoted is not None else ""
        code = Cell(item.offering, tone="muted")
        place = Cell(self._sites.get(site, site), tone="muted")
        return (*cells, *(Cell(""),) * (MARGIN - len(cells)), code, place, self._payer(quoted))

    def _payer(self, quoted: QuoteItem | None) -> Cell:
        """The account that pays, as it is said of the item, its site or the customer."""
        customer = self._customer
        if customer is None or quoted is None:
            return Cell("")
        accounts = customer.accounts
        number = paying_account(quoted.bill_to, quoted.site, customer.sites, accounts)
        holder = next((one.holder for one in accounts if one.number == number), "")
        return Cell(number, tone="normal" if quoted.bill_to else "muted", hint=holder)

    def _badge(self, item: PricedItem, quoted: QuoteItem | None) -> str:
        translate = self._speaker.translate
        marks = []
        if item.is_bundle:
            marks.append(translate("Items", "Bundle"))
        if item.optional:
            marks.append(translate("Items", "Optional"))
        if is_gift(item):
            marks.append(self._speaker.words("timing.gift"))
        timings = timings_of(quoted, item)
        if timings:  # the row has room for one; the card of reasons tells them all
            first = self._speaker.words(timings[0].code, **timings[0].parameters)
            marks.append(f"{first} +{len(timings) - 1}" if timings[1:] else first)
        return " · ".join(marks)

    def _parts(self, item: PricedItem) -> str:
        names = [self._speaker.name(charge.name) for charge in item.charges[:_NAMED_PARTS]]
        more = " …" if len(item.charges) > _NAMED_PARTS else ""
        return f"{item.offering} · {' + '.join(names)}{more}"

    def _described(self, item: PricedItem, quoted: QuoteItem | None) -> str:
        charge = main_charge(item)
        catalogued = self._catalog.charge(charge.code) if charge is not None else None
        parts = [item.offering]
        if catalogued is not None:
            parts.append(self._speaker.name(catalogued.name))
            if catalogued.allowance:
                parts.append(catalogued.allowance)
        has = quoted is not None and quoted.characteristics
        chosen = described(self._speaker, self._catalog, quoted) if quoted and has else ()
        return " · ".join(part for part in (*parts, *chosen) if part)

    def _components(self, cells: ItemCells, item: PricedItem) -> tuple[QuoteRow, ...]:
        return tuple(
            QuoteRow(
                key=charge_key(item.id, charge.code, place),
                kind="charge",
                icon="",
                title=self._speaker.name(charge.name),
                cells=cells.component(item, charge),
            )
            for place, charge in enumerate(item.charges)
        )

    def _charges(self, cells: ItemCells, item: PricedItem) -> tuple[QuoteRow, ...]:
        rows = []
        for place, charge in enumerate(item.charges):
            catalogued = self._catalog.charge(charge.code)
            name = self._speaker.name(catalogued.name if catalogued is not None else charge.name)
            rows.append(
                QuoteRow(
                    key=charge_key(item.id, charge.code, place),
                    kind="charge",
                    icon="",
                    title=name or self._speaker.name(charge.name),
                    cells=cells.charge(item, charge),
                )
            )
        return tuple(rows)
