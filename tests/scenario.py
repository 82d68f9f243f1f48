"""Scenario files: a quote as a pricer writes it down, and what it must come to.

The part above the line of dashes is what is quoted, the part below what the product must say; the
language is told in ``tests/scenarios/pricing/README.md``. Layout is free: runs of spaces, empty
lines and lines beginning with ``#`` do not count.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting.authority.judging import judge
from catalog.bundle import BundleOneTime, BundleOption
from catalog.charge import PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.money import fen
from catalog.period import ValidityPeriod
from catalog.product_catalog import ProductCatalog
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.alterations.target_price import TargetPrice
from pricing.concession import measure
from pricing.context import PricingContext
from pricing.engine import price_quote
from pricing.item import Choice, ItemCharge, QuoteItem
from pricing.promotion_choice import ChoicePolicy
from pricing.rulebook import RuleSet
from tests.builders import DAY, a_bundle, a_catalog, a_charge, a_part, a_quote, an_offering
from tests.sample import sample_catalog, sample_rules
from tests.scenario_result import PERIODS, told
from tests.scenario_rules import (
    CUSTOMER,
    read_agreed,
    read_commitment,
    read_discount,
    read_promotion,
    read_record,
    read_tiers,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.price_list import PriceRecord
    from pricing.alterations import Alteration
    from pricing.policy import PricingPolicy
    from pricing.quote_wide import QuoteDiscount
    from pricing.rule import PriceRule

_RULE = re.compile(r"-{10,}")
_PERIODS = {name: period for period, name in PERIODS.items()}
_TAXES = {"9%": "nine", "6%": "six", "13%": "thirteen"}
_COUNTED = re.compile(r"([\d,]+) x (\S+)(.*)")
_GIVEN = re.compile(
    r"months (?P<first>\d+)-(?P<last>\d+) (?P<reduced>[\d.]+)% off"
    r"|(?P<ramp>[\d.]+)% more each year"
    r"|(?P<percent>[\d.]+)% off|(?P<amount>[\d,.]+) off|at (?P<price>[\d.]+)"
    r"|(?P<free>\d+) months? free|(?P<optional>optional)"
)


class ScenarioFault(ValueError):
    """A line of a scenario that has no meaning."""


class Scenario:
    """One scenario file as read.

    Attributes:
        title: Its first line.
        expected: The lines below the dashes, in plain layout.
    """

    def __init__(self, text: str) -> None:
        """Read the text of a file.

        Raises:
            ScenarioFault: If a line has no meaning; its number and text are named.
        """
        self._charges: list[Charge] = []
        self._bundles: list[BundledOffering] = []
        self._items: list[QuoteItem] = []
        self._facts: dict[str, Decimal] = {}
        self._words: dict[str, str] = {}
        self._installed: dict[str, int] = {}
        self._records: list[PriceRecord] = []
        self._rules: list[PriceRule] = []
        self._limits: dict[str, Decimal] = {}
        self._choice = ChoicePolicy.BEST_FOR_CUSTOMER
        self._discount: QuoteDiscount | None = None
        self._day, self._term, self._tender, self._sample = DAY, 12, False, False
        self._segments: tuple[str, ...] = ("SMB",)
        lines = text.splitlines()
        cut = next((at for at, line in enumerate(lines) if _RULE.fullmatch(line.strip())), None)
        if cut is None:
            raise ScenarioFault("there is no line of dashes")
        self.title = lines[0].strip()
        for number, line in enumerate(lines[1:cut], 2):
            if line.strip() and not line.startswith("#"):
                try:
                    self._read(line)
                except (ValueError, KeyError, ArithmeticError) as fault:
                    msg = f"line {number} has no meaning: {line.strip()}"
                    raise ScenarioFault(msg) from fault
        self.expected = _plain("\n".join(lines[cut + 1 :]))

    @classmethod
    def load(cls, path: Path) -> Scenario:
        """Read a file."""
        return cls(path.read_text(encoding="utf-8"))

    def result(self) -> tuple[str, ...]:
        """What the product says about the quote, in plain layout."""
        context = PricingContext(
            self._day,
            self._segments,
            self._term,
            installed=self._installed,
            measures={"term": Decimal(self._term), **self._facts},
            words={"segment": self._segments[0], **self._words},
            customer=CUSTOMER,
        )
        items = tuple(self._items)
        priced = price_quote(self._catalog(), self._policy(), context, items, self._discount)
        quote = a_quote(*items, term=self._term, tender=self._tender)
        verdict = judge(sample_rules().authority, quote, priced, measure(priced))
        return _plain("\n".join(told(priced, verdict)))

    def _policy(self) -> PricingPolicy:
        policy = msgspec.structs.replace(sample_rules().pricing, **self._limits)
        if not self._rules:
            return policy
        rules = RuleSet("scenario", self._choice, tuple(self._rules))
        return msgspec.structs.replace(policy, rules=rules)

    def _catalog(self) -> ProductCatalog:
        if self._sample:
            return sample_catalog()
        by_offering: dict[str, list[Charge]] = {}
        for charge in self._charges:
            by_offering.setdefault(charge.offering, []).append(charge)
        offerings = (an_offering(*charges) for charges in by_offering.values())
        content = a_catalog(*offerings, bundles=self._bundles).content
        return ProductCatalog(msgspec.structs.replace(content, price_records=tuple(self._records)))

    def _read(self, line: str) -> None:
        if line[0].isspace():
            self._read_part(line.strip())
            return
        word, _, rest = line.partition(" ")
        readers = {
            "charge": self._read_charge,
            "bundle": self._read_bundle,
            "item": self._read_item,
            "fact": self._read_fact,
            "has": self._read_installed,
        }
        if word in readers:
            readers[word](rest.strip())
        elif not self._read_rule(word, rest.strip()):
            self._read_header(word, rest.strip())

    def _read_rule(self, word: str, rest: str) -> bool:
        """One line of the price rules; false when it is none."""
        number = len(self._rules) + 1
        match word:
            case "agreed":
                self._rules.append(read_agreed(rest, number))
            case "tiers":
                self._rules.append(read_tiers(rest, number))
            case "commitment":
                self._rules.append(read_commitment(rest, number))
            case "promotion":
                self._rules.append(read_promotion(rest))
            case "choice":
                self._choice = ChoicePolicy(rest.replace(" ", "_"))
            case "band":
                self._limits["guided_band"] = Decimal(rest.removesuffix("%"))
            case "margin":
                self._limits["floor_margin"] = Decimal(rest.removeprefix("at least").strip(" %"))
            case _:
                return False
        return True

    def _read_header(self, word: str, rest: str) -> None:
        match word:
            case "catalogue":
                self._sample = {"sample": True}[rest]
            case "date":
                self._day = date.fromisoformat(rest)
            case "term":
                self._term = int(rest.removesuffix("months").removesuffix("month"))
            case "segment":
                self._segments = tuple(rest.split())
            case "price":
                self._records.append(read_record(rest, len(self._records) + 1))
            case "discount":
                self._discount = read_discount(rest)
            case "tender":
                self._tender = {"yes": True, "no": False}[rest]
            case _:
                raise ValueError(word)

    def _read_installed(self, rest: str) -> None:
        count, code, _ = _counted(rest)
        self._installed[code] = count

    def _read_fact(self, rest: str) -> None:
        name, value = rest.split()
        if re.fullmatch(r"-?[\d.]+", value):
            self._facts[name] = Decimal(value)
        else:
            self._words[name] = value

    def _read_charge(self, rest: str) -> None:
        code, period, price, *words = rest.split()
        cost = words.pop(words.index("cost") + 1) if "cost" in words else "0"
        regulation = next((PriceRegulation(w) for w in words if w in {"guided", "fixed"}), None)
        tax = next((w for w in words if w.endswith("%")), "9%")
        self._charges.append(
            a_charge(
                code,
                price,
                period=_PERIODS[period],
                cost=cost,
                regulation=regulation or PriceRegulation.MARKET,
                tax_class=_TAXES[tax],
            )
        )

    def _read_bundle(self, line: str) -> None:
        code, _, rest = line.partition(" ")
        found = re.fullmatch(
            r"\s*([\d.]+)(?:\s+(\d+) months)?(?:\s+until (\S+))?(?:\s+at most (\d+)% off)?", rest
        )
        if found is None:
            raise ValueError(rest)
        price, months, until, most = found.groups()
        self._bundles.append(
            a_bundle(
                price,
                (),
                code=code,
                term=int(months or 1),
                valid=ValidityPeriod(last=date.fromisoformat(until) if until else None),
                most_extra_discount=Decimal(most or 0),
            )
        )

    def _read_item(self, rest: str) -> None:
        count, code, more = _counted(rest)
        alterations: list[Alteration] = []
        optional = False
        for given in _given(more):
            if given == "optional":
                optional = True
            elif not isinstance(given, str):
                alterations.append(given)
        item = f"i{len(self._items) + 1}"
        self._items.append(
            QuoteItem(item, code, count, alterations=tuple(alterations), optional=optional)
        )

    def _read_part(self, line: str) -> None:
        """An indented line belongs to the item or the bundle above it."""
        if self._items and line.startswith("choose"):
            count, code, more = _counted(line.removeprefix("choose"))
            item, group = self._items[-1], more.strip().removeprefix("in ")
            choices = (*item.choices, Choice(code, count, group))
            self._items[-1] = msgspec.structs.replace(item, choices=choices)
            return
        if self._items:
            count, code, more = _counted(line)
            given = next(_given(more), None)
            discount = given if isinstance(given, Percentage | AmountOff | TargetPrice) else None
            item = self._items[-1]
            charges = (*item.charges, ItemCharge(code, count, discount))
            self._items[-1] = msgspec.structs.replace(item, charges=charges)
            return
        bundle = self._bundles[-1]
        kind, _, rest = line.partition(" ")
        if kind == "once":
            count, code, price = _counted(rest)
            once = (*bundle.one_time, BundleOneTime(code, count, Decimal(price.strip())))
            bundle = msgspec.structs.replace(bundle, one_time=once)
        elif kind == "option":
            code, price, *waived = rest.replace("waives", "").split()
            option = BundleOption(code, Decimal(price), waives=tuple(waived))
            bundle = msgspec.structs.replace(bundle, options=(*bundle.options, option))
        else:
            count, code, _ = _counted(rest)
            part = a_part(code, count, ComponentKind(kind))
            bundle = msgspec.structs.replace(bundle, components=(*bundle.components, part))
        self._bundles[-1] = bundle


def _counted(text: str) -> tuple[int, str, str]:
    """``12 x CODE rest``."""
    found = _COUNTED.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return int(found[1].replace(",", "")), found[2], found[3]


def _given(text: str) -> Iterator[Alteration | str]:
    """What stands behind an item or a charge; anything without a meaning is an error."""
    rest = text.strip()
    while rest:
        found = _GIVEN.match(rest)
        if found is None:
            raise ValueError(rest)
        yield _alteration(found) or "optional"
        rest = rest[found.end() :].lstrip(" ,")


def _alteration(found: re.Match[str]) -> Alteration | None:
    if found["reduced"]:
        percent = Decimal(found["reduced"])
        return ReducedMonths(int(found["first"]), int(found["last"]), percent)
    if found["ramp"]:
        return Ramp(Decimal(found["ramp"]))
    if found["percent"]:
        return Percentage(Decimal(found["percent"]))
    if found["amount"]:
        return AmountOff(fen(found["amount"].replace(",", "")))
    if found["price"]:
        return TargetPrice(Decimal(found["price"]))
    return FreeMonths(int(found["free"])) if found["free"] else None


def _plain(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.splitlines() if not line.startswith("#"))
    return tuple(line for line in lines if line)
