"""The examples of ``pricing/README.md`` are read by the product's own readers and priced by it."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pytest

from catalog.money import fen
from catalog.period import BillingPeriod
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.alterations import Alteration, Discount, Timed
from pricing.engine import price_quote
from pricing.item import ItemCharge, QuoteItem
from pricing.policy import PricingPolicy
from pricing.quote_wide import QuoteDiscount
from pricing.rule import PriceRule, RuleAlteration, Scope, When
from pricing.rule_reading import read_rules
from pricing.rulebook import RuleSet
from pricing.stages import Stage
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.builders import a_catalog, a_charge, a_context, an_offering

if TYPE_CHECKING:
    from catalog.charge import Charge

GUIDE = (Path(__file__).parents[2] / "pricing" / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(toml|worked)\n(.*?)```", re.DOTALL)
LINE = re.compile(r"(?P<charges>.+), (?P<term>\d+) months: (?P<all>in all )?(?P<amount>[\d,.]+)")
CHARGE = re.compile(r"(?P<code>[A-Z.]+) (?P<price>[\d.]+) x (?P<quantity>\d+)")


class Example(NamedTuple):
    """One worked line with the TOML before it."""

    written: dict[str, Any]
    line: str


def _examples() -> list[Example]:
    """Every worked line of the guide."""
    written: dict[str, Any] = {}
    found: list[Example] = []
    for language, text in BLOCK.findall(GUIDE):
        if language == "toml":
            written = tomllib.loads(text)
        else:
            found.extend(Example(written, line) for line in text.strip().splitlines())
    return found


EXAMPLES = _examples()
UNLISTED = ("LIMITED_PERIOD", "FLOOR", "BILLING")
"""Stages that change no amount of a period."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.line)
def test_a_worked_example_comes_out_as_written(example: Example) -> None:
    """The engine gives the amount of the line, to the fen."""
    match = LINE.fullmatch(example.line)
    assert match, example.line
    parts = [CHARGE.fullmatch(part) for part in match["charges"].split(" + ")]
    charges = [(part["code"], part["price"], int(part["quantity"])) for part in parts if part]
    assert len(charges) == len(parts)
    inside = example.written.get("tax_included", True)
    listed = (_charge(code, price, inside=inside) for code, price, _ in charges)
    catalog = a_catalog(*(an_offering(charge) for charge in listed))
    discount = msgspec.convert(example.written.get("discount"), QuoteDiscount | None)
    context = a_context(
        int(match["term"]),
        customer="c1",
        codes=("AUTUMN",),
        measures={"typical_month": Decimal(800)},
    )
    policy = PricingPolicy("readme", rules=_rules(example.written))
    items = [_item(code, quantity, example.written) for code, _, quantity in charges]
    quote = price_quote(catalog, policy, context, items, discount)
    # the code is entered everywhere, and the small catalogue describes no characteristics
    idle = {f"promotion.code_{why}" for why in ("unknown", "term", "without_effect")}
    assert {one.code for one in quote.problems} <= {*idle, "characteristic.unknown"}
    net = quote.items[0].charges[0].net_amount
    if match["all"]:
        net = quote.totals.contract.net_amount
    assert net == fen(match["amount"].replace(",", ""))


def _charge(code: str, price: str, *, inside: bool) -> Charge:
    """A monthly charge, or usage where the code says so."""
    period = BillingPeriod.PER_USE if code.endswith(".USE") else BillingPeriod.MONTH
    return a_charge(code, price, period=period, cost="0", tax_included=inside)


def _rules(written: dict[str, Any]) -> RuleSet:
    """The rules of an example; most leave the version out."""
    if "rule" not in written:
        return RuleSet("none")
    circumstances = {"characteristics"}
    listed = {name: value for name, value in written.items() if name not in circumstances}
    rules, problems = read_rules({"version": "readme", **listed})
    assert problems == ()
    assert rules is not None
    return rules


def _item(code: str, quantity: int, written: dict[str, Any]) -> QuoteItem:
    """An item with one charge, altered by hand and chosen where an example says so."""
    offering = code.rpartition(".")[0]
    alteration = msgspec.convert(written.get("alteration"), Alteration | None)
    timed = (alteration,) if isinstance(alteration, Timed) else ()
    by_hand = alteration if isinstance(alteration, Discount) else None
    return QuoteItem(
        offering,
        offering,
        max(quantity, 1),
        (ItemCharge(code, quantity, by_hand),),
        alterations=timed,
        characteristics=written.get("characteristics", {}),
    )


def test_every_kind_has_an_example() -> None:
    """Rules and alterations alike; a new kind is not finished without one."""
    kinds = {
        kind.__struct_config__.tag
        for union in (RuleAlteration, Alteration)
        for kind in union.__args__
    }
    shown = set()
    for example in EXAMPLES:
        rules = example.written.get("rule", [example.written])
        shown |= {rule["alteration"]["kind"] for rule in rules if "alteration" in rule}
    assert shown == kinds


def test_every_field_of_the_file_is_told() -> None:
    """Each field of a rule, its scope, its condition and its tiers stands in the guide."""
    structs = (
        RuleSet,
        PriceRule,
        Scope,
        When,
        Tier,
        Adjustment,
        AttributeAdjustment,
        UsageRates,
        QuoteDiscount,
    )
    fields = {field for struct in structs for field in struct.__struct_fields__} - {"rules"}
    told = set(re.findall(r"`(\w+)`", GUIDE)) | set(re.findall(r"^(\w+) = ", GUIDE, re.MULTILINE))
    assert fields <= told


def test_the_stages_are_told_in_their_order() -> None:
    """The table of the guide is the order of the engine."""
    told = re.findall(r"^\| `([A-Z_]+)` \|", GUIDE, re.MULTILINE)
    order = [stage.name for stage in sorted(Stage)]
    assert told == [name for name in order if name not in UNLISTED]
    assert all(f"`{name}`" in GUIDE for name in UNLISTED)


def test_the_rules_that_come_with_the_program_are_of_this_form() -> None:
    """The guide is about a file that exists."""
    path = Path(__file__).parents[2] / "resources" / "policy" / "rules.toml"
    rules, problems = read_rules(tomllib.loads(path.read_text(encoding="utf-8")))
    assert problems == ()
    assert rules is not None
