"""RowReader: one row of a price list to an offering with its charge, every wrong cell told.

Price lists repeat themselves: a cell text that was read before is not read again.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import msgspec

from catalog.cell_text import CellFault, read_code, read_date, read_money, read_name, read_rate
from catalog.cell_text import read_whole_number as read_count
from catalog.charge import Charge, ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.offering import Lifecycle, ProductOffering
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from catalog.tax_class import TaxClass

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

TAX_INCLUDED = "tax_included"
"""Column that says whether the list price includes VAT; empty means that it does."""
_NAME_LIMIT = 200
_TEXT_LIMIT = 1000
_PERIODS = {
    ChargeType.ONE_TIME: {BillingPeriod.ONCE},
    ChargeType.RECURRING: {BillingPeriod.MONTH, BillingPeriod.YEAR},
    ChargeType.USAGE: {BillingPeriod.PER_USE},
}


class YesNo(StrEnum):
    """The words of a column that says yes or no."""

    YES = "yes"
    NO = "no"


class RowReader:
    """Reads row after row of one table.

    Attributes:
        problems: Findings of the row that was read last.
    """

    def __init__(self, tax_classes: Sequence[TaxClass], day: date, place: Place) -> None:
        """Begin a table.

        Args:
            tax_classes: Known tax classes.
            day: Day on which a VAT rate given without a tax class must apply.
            place: File and sheet, for findings.
        """
        self._tax_classes = tax_classes
        self._day = day
        self._table = self._place = place
        self._cells: Mapping[str, str] = {}
        self._known: defaultdict[str, dict[str, object]] = defaultdict(dict)
        self._texts: dict[tuple[str, str, str, str], LocalText] = {}
        self.problems: list[Problem] = []

    def problem(self, code: str, column: str, **parameters: object) -> Problem:
        """A finding about a cell of this row."""
        where = msgspec.structs.replace(self._place, column=column)
        facts = {name: str(value) for name, value in parameters.items()}
        return Problem(code, where=where, parameters=facts)

    def offering(self, number: int, cells: Mapping[str, str]) -> ProductOffering | None:
        """The offering with this one charge, or nothing when any cell is wrong.

        Args:
            number: Of the row, as a spreadsheet shows it.
            cells: Text by field.
        """
        self._cells = cells
        self._place = Place(self._table.file, self._table.sheet, number)
        self.problems = []
        code = self._needed("code", read_code)
        charge = self._charge(code or "")
        valid = self._valid()
        lifecycle = self._word("lifecycle", Lifecycle, Lifecycle.ON_SALE)
        lead_time = self._optional("lead_time_days", read_count, 0)
        if code and "." not in code:
            self.problems.append(self.problem("import.code_without_charge", "code", value=code))
        if self.problems or charge is None or lifecycle is None:
            return None
        return ProductOffering(
            code=charge.offering,
            name=self._offering_name(),
            family=cells.get("family", ""),
            segments=_listed(cells.get("segment", "") or "ALL", ";"),
            charges=(charge,),
            requires=_listed(cells.get("requires", ""), "|"),
            excludes=_listed(cells.get("excludes", ""), ";"),
            lifecycle=lifecycle,
            valid=valid,
            benefit=self._text("benefit_zh", "benefit_en", _TEXT_LIMIT),
            areas=_listed(cells.get("areas", ""), ";"),
            channels=_listed(cells.get("channels", ""), ";"),
            migrates_to=_listed(cells.get("migrates_to", ""), ";"),
            lead_time=lead_time,
        )

    def _valid(self) -> ValidityPeriod:
        first = self._optional("valid_first", read_date, None)
        last = self._optional("valid_last", read_date, None)
        if first is None and last is None:
            return ValidityPeriod()
        if first is not None and last is not None and last < first:
            self.problems.append(self.problem("import.ends_before_it_starts", "valid_last"))
        return ValidityPeriod(first, last)

    def _offering_name(self) -> LocalText:
        """The name in its own columns, or else the first word of the whole name."""
        named = self._text("offering_zh", "offering_en", _NAME_LIMIT)
        if named.zh:
            return named
        return LocalText(self._text("name_zh", "name_en", _NAME_LIMIT).zh.split(" ")[0])

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
        price = self._needed("list_price_cny", _signed_money)
        cost = self._needed("cost_cny", _signed_money)
        regulation = self._word("price_regulation", PriceRegulation)
        tax_class = self._tax_class()
        least = self._optional("min_qty", read_count, 1)
        most = self._optional("max_qty", read_count, 0)
        term = self._optional("min_term_months", read_count, 0)
        included = self._word(TAX_INCLUDED, YesNo, YesNo.YES)
        if most and least > most:
            self.problems.append(self.problem("import.least_above_most", "max_qty", value=most))
        if kind is None or period is None or regulation is None or tax_class is None:
            return None
        if price is None or cost is None:
            return None
        return Charge(
            code=code,
            name=LocalText(
                _without_offering(whole.zh, offering.zh), _without_offering(whole.en, offering.en)
            ),
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
            tax_included=included is not YesNo.NO,
            instead_of=self._optional("instead_of", read_code, ""),
        )

    def _needed(self, column: str, read: Callable[[str], T]) -> T | None:
        text = self._cells.get(column, "").strip()
        if not text:
            code = "import.price_missing" if column.endswith("_cny") else "import.cell_missing"
            self.problems.append(self.problem(code, column))
            return None
        return self._read(column, text, read)

    def _read(self, column: str, text: str, read: Callable[[str], T]) -> T | None:
        of_column = self._known[column]
        known = of_column.get(text)
        if known is None:
            try:
                known = read(text)
            except CellFault as fault:
                known = fault
            of_column[text] = known
        if isinstance(known, CellFault):
            self.problems.append(self.problem(known.code, column, **known.parameters))
            return None
        return known  # type: ignore[return-value] # a column is always read by the same reader

    def _optional(self, column: str, read: Callable[[str], T], otherwise: T) -> T:
        text = self._cells.get(column, "").strip()
        if not text:
            return otherwise
        value = self._read(column, text, read)
        return otherwise if value is None else value

    def _word(self, column: str, words: type[E], otherwise: E | None = None) -> E | None:
        text = self._cells.get(column, "").strip()
        if not text and otherwise is not None:
            return otherwise
        known = words._value2member_map_.get(text)  # a call of the class costs five times as much
        if known is not None:
            return known  # type: ignore[return-value] # the map holds the members of the class
        allowed = ", ".join(words)
        self.problems.append(
            self.problem("import.unknown_word", column, value=text, allowed=allowed)
        )
        return None

    def _text(self, zh: str, en: str, limit: int) -> LocalText:
        cells = self._cells
        key = (zh, cells.get(zh, ""), en, cells.get(en, ""))
        known = self._texts.get(key)
        if known is not None:
            return known
        before = len(self.problems)
        parts = [
            self._optional(column, lambda text: read_name(text, limit), "") for column in (zh, en)
        ]
        text = LocalText(*parts)
        if len(self.problems) == before:
            self._texts[key] = text
        return text

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
    return tuple(part.strip() for part in text.split(separator) if part.strip()) if text else ()


def _without_offering(text: str, offering: str) -> str:
    """The charge's own name: the whole name less the offering's in front of it."""
    rest = text.removeprefix(offering).strip()
    return rest or text
