"""The whole check: a clean rule set passes, and every finding can be replayed and read."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.paths import resource
from app.translation import load_words
from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.charge import PriceRegulation
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.price_list import PriceRecord
from catalog.problem import Severity
from catalog.product_catalog import ProductCatalog
from catalog.tax_class import DatedRate, TaxClass
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.lint.finding import replay_example
from pricing.rule import (
    ContractPrice,
    Level,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    Scope,
)
from pricing.rule_lint import lint_rules
from pricing.tiers import Tier
from tests.builders import DAY, a_bundle, a_charge, a_content, an_offering
from tests.pricing.lint.rules import a_policy, a_promotion, a_rule, between, codes
from tests.sample import QUOTE_DAY, sample_catalog, sample_rules

if TYPE_CHECKING:
    from catalog.local_text import Language
    from pricing.lint.finding import LintFinding

TEN = PercentOff(Decimal(10))


SPEED = Characteristic(
    "speed", LocalText("速率"), CharacteristicKind.CHOICE, choices=(Choice("2M"), Choice("9M"))
)
DEAL = a_bundle("25.00", [("SAFE.RENT", 1)], code="DEAL", most_extra_discount=Decimal(50))


def _catalog() -> ProductCatalog:
    """A catalogue in which everything is wrong that can be."""
    content = a_content(
        an_offering(a_charge(cost="20.00", most=40)),
        an_offering(a_charge("SAFE.RENT", regulation=PriceRegulation.GUIDED)),
        an_offering(a_charge("CARE.RENT", "10.00", cost="0"), segments=("SMB",)),
        an_offering(a_charge("HELP.RENT", "10.00", cost="0")),
        an_offering(a_charge("NET.RENT", tax_class="two")),
        an_offering(a_charge("GONE.RENT"), valid=between(None, date(2026, 12, 31))),
        an_offering(a_charge("SPED.RENT", cost="0"), characteristics=(SPEED,)),
        bundles=[a_bundle("999.00"), DEAL],
    )
    two = TaxClass(
        "two",
        LocalText("二"),
        (
            DatedRate(Decimal("0.06"), between(None, date(2027, 6, 30))),
            DatedRate(Decimal("0.09"), between(date(2027, 1, 1), date(2027, 12, 31))),
        ),
    )
    records = (
        PriceRecord("A", "NET.RENT", Decimal(199), between(None, date(2026, 12, 31))),
        PriceRecord("B", "NET.RENT", Decimal(209), between(None, date(2026, 12, 31))),
        PriceRecord("C", "NET.RENT", Decimal(219), between(date(2026, 12, 1), date(2027, 1, 31))),
    )
    return ProductCatalog(
        msgspec.structs.replace(
            content, tax_classes=(*content.tax_classes, two), price_records=records
        )
    )


def _others(charge: str, *others: str) -> tuple[PercentOfOthers, Scope]:
    """A charge that costs 8 % of others."""
    return PercentOfOthers(Decimal(8), Scope(charges=others)), Scope(charges=(charge,))


CATALOG = _catalog()
TIERS = QuantityTiers((Tier(1, Decimal(0)), Tier(20, Decimal(15)), Tier(50, Decimal(20))))
NEVER = (Condition("lines", least=Decimal(2)), Condition("lines", most=Decimal(1)))
SAFE = Scope(charges=("SAFE.RENT",))
SPED = Scope(charges=("SPED.RENT",))
VALUES = {"2M": Adjustment(None, Decimal(-30)), "7M": Adjustment(TEN.percent)}
ON_QUOTE: dict[str, Any] = {"level": Level.QUOTE, "group": "q"}
POLICY = a_policy(
    a_rule("care", *_others("CARE.RENT", "HELP.RENT")),
    a_rule("help", *_others("HELP.RENT", "CARE.RENT")),
    a_rule("void", *_others("SAFE.RENT", "NOBODY.RENT"), customers=("c1",)),
    a_rule("tiers", TIERS),
    a_rule("same", ContractPrice(Decimal(25)), customers=("c9",)),
    a_promotion("tie a", TEN),
    a_promotion("tie b", LineAmountOff(Decimal(1))),
    a_promotion("gift a", PercentOff(Decimal(5)), group="g"),
    a_promotion("gift b", TEN, group="g"),
    a_promotion("band", PercentOff(Decimal(16)), SAFE),
    a_promotion("old", TEN, valid=between(None, date(2026, 1, 1))),
    a_promotion("nowhere", TEN, Scope(charges=("NOBODY.RENT",))),
    a_promotion("nobody", TEN, Scope(charges=("CARE.RENT",)), segments=("IND",)),
    a_promotion("long", TEN, least_term=500),
    a_promotion("many", TEN, least_quantity=41),
    a_promotion("never", TEN, conditions=NEVER),
    a_promotion("late", TEN, Scope(charges=("GONE.RENT",)), valid=between(date(2027, 1, 1))),
    a_promotion("floor", PercentOff(Decimal(6)), Scope(charges=("NET.RENT",))),
    a_rule("speed", AttributeAdjustment("speed", VALUES), SPED),
    a_promotion("quote a", TEN, SPED, **ON_QUOTE),
    a_promotion("quote b", TEN, SPED, **ON_QUOTE),
    a_promotion("quote c", PercentOff(Decimal(99)), Scope(charges=("NET.RENT",)), **ON_QUOTE),
    a_promotion("quote d", PercentOff(Decimal(20)), Scope(offerings=("DEAL",)), **ON_QUOTE),
    floor_margin=Decimal("94.5"),
)
FOUND = lint_rules(CATALOG, POLICY, DAY)
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def _texts() -> set[str]:
    """Codes of all findings that have a text."""
    file = resource("locale", "zh_CN", "lint.toml")
    return {f"lint.{name}" for name in msgspec.toml.decode(file.read_bytes())["lint"]}


def test_the_rules_that_come_with_the_program_have_two_cliffs_and_no_error() -> None:
    """50 lines MSTP cost less than 49, 20 mailboxes less than 19; nothing else is odd."""
    found = lint_rules(sample_catalog(), sample_rules().pricing, QUOTE_DAY)
    told = [(one.problem.code, one.problem.where.subject) for one in found]
    assert told == [("lint.cliff", "P-MAIL-Q4"), ("lint.cliff", "V-MSTP10")]


def test_every_kind_of_finding_is_made_where_everything_is_wrong() -> None:
    """Each code that has a text is found at least once, and no other."""
    assert {one.problem.code for one in FOUND} == _texts()


def test_every_quote_is_priced_the_same_again() -> None:
    """A finding's figures are the engine's, with the whole rule set in force."""
    examples = [example for one in FOUND for example in one.examples]
    assert len(examples) > 20
    for example in examples:
        assert replay_example(CATALOG, POLICY, example) == example


def test_every_finding_but_those_about_nothing_has_a_quote() -> None:
    """A rule without charges, or without anybody who could still buy, cannot be quoted."""
    without = {one.problem.code for one in FOUND if not one.examples}
    assert without == {"lint.rule_without_charges", "lint.rule_after_sale"}


def test_errors_come_first_and_hints_last() -> None:
    """What blocks is read first."""
    order = list(Severity)
    severities = [order.index(one.problem.severity) for one in FOUND]
    assert severities == sorted(severities)
    assert severities[0] == 0
    assert severities[-1] == 2


def test_the_same_input_gives_the_same_findings() -> None:
    """In the same order, whatever the order of the rules in the file."""
    assert lint_rules(CATALOG, POLICY, DAY) == FOUND
    turned = tuple(reversed(POLICY.rules.rules))
    policy = msgspec.structs.replace(
        POLICY, rules=msgspec.structs.replace(POLICY.rules, rules=turned)
    )
    again = lint_rules(CATALOG, policy, DAY)
    assert [one.problem for one in again] == [one.problem for one in FOUND]


def test_no_rules_and_no_records_leave_nothing_to_find() -> None:
    """A plain catalogue is right."""
    catalog = ProductCatalog(a_content(an_offering()))
    assert codes(lint_rules(catalog, a_policy(), DAY)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", FOUND, ids=lambda one: one.problem.code)
def test_every_finding_reads_in_both_languages(found: LintFinding, language: Language) -> None:
    """Text and cure exist and name nothing that the finding does not have."""
    words = load_words(language)
    problem = found.problem
    for part in ("text", "cure"):
        key = f"{problem.code}.{part}"
        assert key in words
        raw = words._texts[key]
        named = {name for _, name, _, _ in string.Formatter().parse(raw) if name}
        assert named <= set(problem.parameters), key
    text, cure = words.told(problem.code, problem.parameters)
    assert text
    assert cure
