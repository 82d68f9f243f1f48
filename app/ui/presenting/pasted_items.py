"""A block of a spreadsheet as items: which column says what, and what each row means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from app.quoting.item_block import NewItem
from app.ui.presenting.typed import MOST_QUANTITY, NotUnderstood, read_discount, read_target_price
from catalog.search.folding import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.quoting.customer import Site
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount

_HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "code": (
        *("code", "product code", "charge code", "编码", "代码", "产品编码", "资费编码"),
        *(
            "product",
            "name",
            "product name",
            "item",
            "产品",
            "名称",
            "产品名称",
            "业务",
            "业务名称",
        ),
        *("产品/规格", "product / specification"),
    ),
    "quantity": ("quantity", "qty", "count", "number", "数量", "个数", "条数", "线数"),
    "discount": ("discount", "discount %", "off", "折扣", "优惠", "折扣率"),
    "price": ("net price", "unit price", "price", "成交单价", "折后单价", "单价", "净价"),
    "site": ("site", "place", "location", "地点", "站点", "安装地点"),
    "section": ("section", "group", "heading", "分组", "章节", "分类"),
}
_NOTHING: Final = {"", "–", "-", "—"}
_QUANTITY: Final = re.compile(r"([0-9][0-9,]*)(?:\.0+)?\s*(?:[^\W\d]{0,8}|[(（].*)")
_OFF: Final = re.compile(r".*[%％折]|[-=＝].+")
UNKNOWN, SEVERAL, QUANTITY, DISCOUNT, PLACE = "unknown", "several", "quantity", "discount", "site"


class PastedRow(NamedTuple):
    """What a row means.

    Attributes:
        number: Counted from 1 in the block.
        text: The cell that names the product.
        item: What is added; ``None`` where something is wrong.
        fault: What is wrong: one of the names above, or empty.
        detail: The text that is meant by it.
    """

    number: int
    text: str
    item: NewItem | None
    fault: str = ""
    detail: str = ""


def cells_of(text: str) -> list[list[str]]:
    """The lines of a block that hold anything, parted at tabs."""
    lines = text.removeprefix("\ufeff").splitlines()
    return [[cell.strip() for cell in line.split("\t")] for line in lines if line.strip()]


def is_figure(cell: str) -> bool:
    """Whether a cell holds a quantity, a price or a discount, and no name."""
    return not cell.strip("0123456789.,%％折-–=＝¥ ")


def read_items(
    text: str, catalog: ProductCatalog, sites: Sequence[Site] = ()
) -> tuple[PastedRow, ...]:
    """What a block of a spreadsheet adds to a quote.

    Args:
        text: Lines of cells parted by tabs, with headings or without. Products are named by code
            (of an offering, bundle or charge) or by their whole name.
        catalog: In which products are looked up.
        sites: Of the customer.
    """
    rows = cells_of(text)
    if not rows:
        return ()
    named = _Names(catalog)
    columns = _headed(rows[0])
    first = 1 if columns else 0
    columns = columns or _guessed(rows, named)
    where = {folded(one): site.id for site in sites for one in (site.id, site.name)}
    return tuple(
        _row(number, cells, columns, named, where)
        for number, cells in enumerate(rows, 1)
        if number > first and _cell(cells, columns.get("code", 0))
    )


def pasted_fault(speaker: Speaker, row: PastedRow) -> str:
    """What is wrong with a row, for people."""
    translate = speaker.translate
    known = {
        UNKNOWN: translate("Pasting", "No product of this name or code"),
        SEVERAL: translate("Pasting", "Several products have this name; use a code"),
        QUANTITY: translate("Pasting", "“{text}” is no quantity"),
        DISCOUNT: translate("Pasting", "“{text}” is no discount"),
        PLACE: translate("Pasting", "The customer has no site “{text}”"),
    }
    return known[row.fault].format(text=row.detail) if row.fault else ""


class _Names:
    """Finds products by code or whole name."""

    def __init__(self, catalog: ProductCatalog) -> None:
        self._catalog = catalog
        self._codes: dict[str, list[str]] | None = None

    def codes(self, text: str) -> list[str]:
        """Codes of what a text names; none or several where it is not clear."""
        exact = self._exact(text) or self._exact(text.upper())
        if exact:
            return [exact]
        if self._codes is None:
            self._codes = {}
            content = self._catalog.content
            sold = [(one.code, one.name) for one in content.offerings]
            sold += [(one.code, one.name) for one in content.bundles]
            for code, called in sold:
                for name in {folded(code), folded(called.zh), folded(called.en)} - {""}:
                    self._codes.setdefault(name, []).append(code)
        return self._codes.get(folded(text), [])

    def _exact(self, text: str) -> str:
        catalog = self._catalog
        known = catalog.offering(text) or catalog.bundle(text) or catalog.charge(text)
        return text if known is not None else ""


def _headed(cells: Sequence[str]) -> dict[str, int]:
    """Which column says what, where the first row names a product column and another one."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        for name, words in _HEADINGS.items():
            if folded(cell) in words:
                found.setdefault(name, place)
    return found if "code" in found else {}


def _guessed(rows: Sequence[Sequence[str]], named: _Names) -> dict[str, int]:
    """Which column says what, by what stands in it."""
    width = max(len(cells) for cells in rows)
    hits = [
        sum(len(named.codes(cell)) == 1 for cell in _column(rows, place)) for place in range(width)
    ]
    found = {"code": hits.index(max(hits))}
    for place in range(found["code"] + 1, width):
        cells = [cell for cell in _column(rows, place) if cell not in _NOTHING]
        if "quantity" not in found and _mostly(_QUANTITY, cells):
            found["quantity"] = place
        elif "discount" not in found and _mostly(_OFF, cells):
            found["discount"] = place
    return found


def _mostly(sort: re.Pattern[str], cells: Sequence[str]) -> bool:
    """Whether half of the cells are of a sort: the others are told as faults, and not ignored."""
    return 2 * sum(sort.fullmatch(cell) is not None for cell in cells) >= max(1, len(cells))


def _column(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [_cell(cells, place) for cells in rows]


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""


def _row(
    number: int,
    cells: Sequence[str],
    columns: Mapping[str, int],
    named: _Names,
    sites: Mapping[str, str],
) -> PastedRow:
    def cell(name: str) -> str:
        return _cell(cells, columns.get(name))

    text, typed = cell("code"), cell("quantity")
    codes = named.codes(text)
    if len(codes) != 1:
        return PastedRow(number, text, None, SEVERAL if codes else UNKNOWN, text)
    quantity = _quantity(typed)
    if quantity is None:
        return PastedRow(number, text, None, QUANTITY, typed)
    try:
        discount = _discount(cell("discount"), cell("price"))
    except NotUnderstood:
        return PastedRow(number, text, None, DISCOUNT, cell("discount") or cell("price"))
    place = sites.get(folded(cell("site")), "")
    if cell("site") and not place:
        return PastedRow(number, text, None, PLACE, cell("site"))
    return PastedRow(number, text, NewItem(codes[0], quantity, discount, place, cell("section")))


def _quantity(text: str) -> int | None:
    if text in _NOTHING:
        return 1
    found = _QUANTITY.fullmatch(text)
    count = int(found[1].replace(",", "")) if found else 0
    return count if 1 <= count <= MOST_QUANTITY else None


def _discount(off: str, price: str) -> Discount | None:
    if off not in _NOTHING:
        return read_discount(off.replace("％", "%"))
    return read_target_price(price) if price not in _NOTHING else None
