"""read_charges(): rows of a price list to offerings, with every finding of every row.

A row is a mapping from column heading to the text of its cell, with the number that a spreadsheet
shows. All rows are read even when some are wrong, so that the user sees all findings at once; the
caller decides whether errors stop the import (they do).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from catalog.cell_text import CellFault, read_code, read_money, read_name, read_rate
from catalog.cell_text import read_whole_number as read_count
from catalog.charge import Charge, ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal
    from enum import StrEnum

    from catalog.tax_class import TaxClass

T = TypeVar("T")
E = TypeVar("E", bound="StrEnum")

REQUIRED_COLUMNS = (
    "code",
    "name_zh",
    "charge_type",
    "unit",
    "billing_period",
    "list_price_cny",
    "cost_cny",
    "price_regulation",
    "vat_rate",
)
_NAME_LIMIT = 200
_TEXT_LIMIT = 1000
_PERIODS = {
    ChargeType.ONE_TIME: {BillingPeriod.ONCE},
    ChargeType.RECURRING: {BillingPeriod.MONTH, BillingPeriod.YEAR},
    ChargeType.USAGE: {BillingPeriod.PER_USE},
}


class TableRow(msgspec.Struct, frozen=True):
    """One row of a table.

    Attributes:
        number: As a spreadsheet shows it.
        cells: Text by column heading; missing columns are simply not there.
    """

    number: int
    cells: dict[str, str]


def read_charges(
    rows: Sequence[TableRow],
    tax_classes: Sequence[TaxClass],
    day: date,
    *,
    file: str = "",
    sheet: str = "",
) -> tuple[tuple[ProductOffering, ...], tuple[Problem, ...]]:
    """Offerings in the order of the rows, and all findings.

    Args:
        rows: Below the heading.
        tax_classes: Known tax classes.
        day: Day on which a VAT rate given without a tax class must apply.
        file: Name of the file, for findings.
        sheet: Name of the sheet, for findings.
    """
    problems: list[Problem] = []
    if rows:
        missing = [name for name in REQUIRED_COLUMNS if name not in rows[0].cells]
        if missing:
            where = Place(file=file, sheet=sheet, row=1)
            return (), tuple(
                Problem("import.column_missing", where=where, parameters={"column": column})
                for column in missing
            )
    offerings: dict[str, ProductOffering] = {}
    seen: dict[str, int] = {}
    for row in rows:
        reader = _RowReader(row, tax_classes, day, Place(file=file, sheet=sheet, row=row.number))
        offering = reader.offering()
        problems.extend(reader.problems)
        if offering is None:
            continue
        code = offering.charges[0].code
        if code in seen:
            problems.append(
                reader.problem("import.duplicate_code", "code", value=code, row=seen[code])
            )
            continue
        seen[code] = row.number
        known = offerings.get(offering.code)
        offerings[offering.code] = offering if known is None else _joined(known, offering)
    return tuple(offerings.values()), tuple(problems)


class _RowReader:
    """Reads one row; each cell that has no reading becomes a finding with its column."""

    def __init__(
        self, row: TableRow, tax_classes: Sequence[TaxClass], day: date, place: Place
    ) -> None:
        self._cells = row.cells
        self._tax_classes = tax_classes
        self._day = day
        self._place = place
        self.problems: list[Problem] = []

    def problem(self, code: str, column: str, **parameters: object) -> Problem:
        where = msgspec.structs.replace(self._place, column=column)
        facts = {name: str(value) for name, value in parameters.items()}
        return Problem(code, where=where, parameters=facts)

    def offering(self) -> ProductOffering | None:
        """The offering with this one charge, or nothing when any cell is wrong."""
        code = self._needed("code", read_code)
        charge = self._charge(code or "")
        segments = _listed(self._cells.get("segment", "") or "ALL", ";")
        if code and "." not in code:
            self.problems.append(self.problem("import.code_without_charge", "code", value=code))
        if self.problems or charge is None or code is None:
            return None
        return ProductOffering(
            code=charge.offering,
            name=self._offering_name(),
            family=self._cells.get("family", ""),
            segments=segments,
            charges=(charge,),
            requires=_listed(self._cells.get("requires", ""), "|"),
            excludes=_listed(self._cells.get("excludes", ""), ";"),
            benefit=self._text("benefit_zh", "benefit_en", _TEXT_LIMIT),
        )

    def _offering_name(self) -> LocalText:
        """The name in its own columns, or else the first word of the whole name."""
        named = self._text("offering_zh", "offering_en", _NAME_LIMIT)
        first = self._cells.get("name_zh", "").strip().split(" ")[0]
        return named if named.zh else LocalText(first)

    def _charge(self, code: str) -> Charge | None:
        kind = self._word("charge_type", ChargeType)
        period = self._word("billing_period", BillingPeriod)
        if kind is not None and period is not None and period not in _PERIODS[kind]:
            self.problems.append(
                self.problem("import.period_contradicts_type", "billing_period", value=period)
            )
        whole = self._text("name_zh", "name_en", _NAME_LIMIT)
        if not self._cells.get("name_zh", "").strip():
            self.problems.append(self.problem("import.name_missing", "name_zh"))
        offering = self._offering_name()
        name = LocalText(
            _without_offering(whole.zh, offering.zh), _without_offering(whole.en, offering.en)
        )
        price = self._needed("list_price_cny", _signed_money)
        cost = self._needed("cost_cny", _signed_money)
        regulation = self._word("price_regulation", PriceRegulation)
        tax_class = self._tax_class()
        least = self._optional("min_qty", 1)
        most = self._optional("max_qty", 0)
        term = self._optional("min_term_months", 0)
        if most and least > most:
            self.problems.append(self.problem("import.least_above_most", "max_qty", value=most))
        if None in (kind, period, price, cost, regulation, tax_class):
            return None
        assert kind is not None and period is not None and price is not None  # noqa: S101, PT018 (for the type checker; the line above has looked)
        assert cost is not None and regulation is not None and tax_class is not None  # noqa: S101, PT018 (as above)
        return Charge(
            code=code,
            name=name,
            type=kind,
            unit=self._cells.get("unit", ""),
            period=period,
            list_price=price,
            cost=cost,
            regulation=regulation,
            tax_class=tax_class,
            least=least,
            most=most,
            least_term=term,
            allowance=self._cells.get("bandwidth_or_allowance", ""),
        )

    def _needed(self, column: str, read: Callable[[str], T]) -> T | None:
        text = self._cells.get(column, "").strip()
        if not text:
            code = "import.price_missing" if column.endswith("_cny") else "import.cell_missing"
            self.problems.append(self.problem(code, column))
            return None
        return self._read(column, text, read)

    def _read(self, column: str, text: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(text)
        except CellFault as fault:
            self.problems.append(self.problem(fault.code, column, **fault.parameters))
            return None

    def _optional(self, column: str, otherwise: int) -> int:
        text = self._cells.get(column, "").strip()
        value = self._read(column, text, read_count) if text else None
        return otherwise if value is None else value

    def _word(self, column: str, words: type[E]) -> E | None:
        text = self._cells.get(column, "").strip()
        try:
            return words(text)
        except ValueError:
            allowed = ", ".join(words)
            self.problems.append(
                self.problem("import.unknown_word", column, value=text, allowed=allowed)
            )
            return None

    def _text(self, zh: str, en: str, limit: int) -> LocalText:
        texts = []
        for column in (zh, en):
            text = self._cells.get(column, "").strip()
            clean = self._read(column, text, lambda t: read_name(t, limit)) if text else ""
            texts.append(clean or "")
        return LocalText(*texts)

    def _tax_class(self) -> str | None:
        """The class named, or the first whose rate on the day is the one given; they must agree."""
        named = self._cells.get("tax_class", "").strip()
        rate = self._needed("vat_rate", read_rate)
        if rate is None:
            return None
        if named:
            known = next((tax for tax in self._tax_classes if tax.id == named), None)
            if known is None:
                self.problems.append(
                    self.problem("import.unknown_tax_class", "tax_class", value=named)
                )
                return None
            if known.rate_on(self._day) == rate:
                return known.id
        else:
            for tax in self._tax_classes:
                if tax.rate_on(self._day) == rate:
                    return tax.id
        shown = f"{(rate * 100).normalize():f} %"
        self.problems.append(self.problem("import.unknown_vat_rate", "vat_rate", value=shown))
        return None


def _signed_money(text: str) -> Decimal:
    """Prices may be negative: a subsidy is a charge below zero."""
    return read_money(text, allow_negative=True)


def _listed(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _joined(known: ProductOffering, further: ProductOffering) -> ProductOffering:
    """One offering with the charges of both; what it requires and excludes is added up."""
    return msgspec.structs.replace(
        known,
        charges=known.charges + further.charges,
        requires=tuple(dict.fromkeys(known.requires + further.requires)),
        excludes=tuple(dict.fromkeys(known.excludes + further.excludes)),
    )


def _without_offering(text: str, offering: str) -> str:
    """The charge's own name: the whole name less the offering's in front of it."""
    rest = text.removeprefix(offering).strip()
    return rest or text


def rows_by_heading(
    headings: Mapping[int, str], rows: Sequence[tuple[int, Sequence[str]]]
) -> tuple[TableRow, ...]:
    """Rows of cells as mappings; ``headings`` maps column positions (from 0) to names."""
    return tuple(
        TableRow(
            number,
            {
                name: (cells[position] if position < len(cells) else "")
                for position, name in headings.items()
            },
        )
        for number, cells in rows
    )
