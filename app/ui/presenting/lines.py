"""Lines and services that may be given up as rows, and what would be lost with one as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.leaving import leaving_of
from app.quoting.line_dependence import LossKind
from app.quoting.measures import FIXED_LINE
from app.ui.presenting.findings import measure_name
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow
from catalog.local_text import LocalText
from pricing.spend_analysis import mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.quoting.customer import Customer
    from app.quoting.line_dependence import Lost
    from app.ui.presenting.speaker import Speaker
    from catalog.money import Fen
    from catalog.product_catalog import ProductCatalog
    from pricing.spend_groups import SpendGroup

_SERVICE = "service "
"""How the key of a service without bills of its own begins."""


class Line(NamedTuple):
    """What may be given up.

    Attributes:
        key: Names it in a table.
        account: Number of the account; empty for a service without one.
        offering: What he has less of then; empty where nobody knows.
        quantity: How many of it.
        name: For people.
        holder: Under whom the account is registered.
        monthly: Plain average of its bills in fen; ``None`` without bills.
    """

    key: str
    account: str
    offering: str
    quantity: int
    name: LocalText
    holder: str
    monthly: Fen | None


def lines_of(
    customer: Customer, groups: Sequence[SpendGroup], catalog: ProductCatalog | None
) -> tuple[Line, ...]:
    """The accounts of the bills, a telephone line each, and what else the customer has.

    One account alone stands for all telephone lines.
    """
    had: dict[str, int] = {}
    for service in customer.installed:
        had[service.offering] = had.get(service.offering, 0) + service.quantity
    telephone = FIXED_LINE if FIXED_LINE in had else ""
    each = 1 if len(groups) > 1 else had.get(FIXED_LINE, 1)
    holders = {account.number: account.holder for account in customer.accounts}
    lines = [
        Line(one.id, one.id, telephone, each, one.name, holders.get(one.id, ""), mean(one.amounts))
        for one in groups
    ]
    for code, quantity in had.items():
        if groups and code == FIXED_LINE:
            continue
        sold = catalog.bundle(code) or catalog.offering(code) if catalog is not None else None
        name = sold.name if sold is not None else LocalText(code)
        lines.append(Line(_SERVICE + code, "", code, quantity, name, "", None))
    return tuple(lines)


def line_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the lines."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Lines", "Line or service"), 0, "left"),
        ColumnSpec("monthly", translate("Lines", "A month"), 76),
        ColumnSpec("state", translate("Lines", "Given up"), 72, "left"),
    )


def line_rows(speaker: Speaker, customer: Customer, lines: Sequence[Line]) -> tuple[TableRow, ...]:
    """Every line with what is known of it."""
    return tuple(_row(speaker, customer, line) for line in lines)


def _row(speaker: Speaker, customer: Customer, line: Line) -> TableRow:
    leaving = leaving_of(customer, line.account, line.offering)
    name = speaker.name(line.name)
    if not line.account:
        name = f"{name} × {line.quantity}"
    holder = "" if line.holder in name else line.holder
    reason = leaving.reason if leaving is not None else ""
    state = Cell("")
    if leaving is not None:
        state = Cell(speaker.translate("Lines", "to go"), tone="warn", hint=reason)
    monthly = "–" if line.monthly is None else speaker.figures.money(line.monthly)
    return TableRow(
        line.key,
        name,
        subtitle=" · ".join(part for part in (holder, reason) if part),
        cells=(Cell(monthly, tone="muted" if line.monthly is None else "normal"), state),
    )


def loss_sentences(
    speaker: Speaker, line: Line, lost: Sequence[Lost], *, gone: bool
) -> tuple[str, ...]:
    """What is lost with a line; ``gone`` when it is to be given up already."""
    translate, figures = speaker.translate, speaker.figures
    head = translate("Lines", "If {name} is cancelled:")
    if gone:
        head = translate("Lines", "Because {name} is to be cancelled:")
    told = [head.format(name=speaker.name(line.name))]
    told += [_sentence(speaker, one) for one in lost]
    if not lost:
        told.append(translate("Lines", "Nothing else loses its price or its benefit."))
    whole = sum(one.monthly for one in lost)
    if len(lost) > 1:
        text = translate("Lines", "In all {amount} a month.")
        told.append(text.format(amount=figures.yuan(whole)))
    return tuple(told)


def _sentence(speaker: Speaker, one: Lost) -> str:
    texts: Mapping[LossKind, str] = {
        LossKind.PRICE: speaker.translate(
            "Lines",
            "{name} is no longer sold to him; list prices are {amount} a month more",
        ),
        LossKind.SERVICE: speaker.translate(
            "Lines", "{name} cannot stay without it: {amount} a month"
        ),
        LossKind.DEARER: speaker.translate("Lines", "{name} costs {amount} a month more"),
    }
    text = texts[one.kind].format(
        name=speaker.name(one.name), amount=speaker.figures.yuan(one.monthly)
    )
    if not one.quoted:
        text = f"{text} ({speaker.translate('Lines', 'he has it')})"
    why = _why(speaker, one)
    return f"• {text}" + (f"\n   {why}" if why else "")


def _why(speaker: Speaker, one: Lost) -> str:
    told = []
    for problem in one.why:
        named = {**problem.parameters, "offering": speaker.name(one.name)}
        if "measure" in named:
            named["measure"] = measure_name(speaker, named["measure"])
        told.append(speaker.finding(problem.code, named)[0])
    return " ".join(told)
