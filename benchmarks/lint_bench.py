"""How long the check of a rule set takes: 500 rules of every kind against the sample catalogue."""

from __future__ import annotations

import time
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType
from catalog.local_text import LocalText
from catalog.period import ValidityPeriod
from pricing.lint.case import LintCase
from pricing.rule import (
    ContractPrice,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    PriceRule,
    QuantityTiers,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
    When,
)
from pricing.rule_lint import CHECKS, lint_rules
from pricing.rulebook import RuleSet
from pricing.tiers import Tier
from tests.sample import QUOTE_DAY, sample_catalog, sample_rules

if TYPE_CHECKING:
    from pricing.rule import RuleAlteration

RULES = 500
"""Rules in the set; about a tenth of them touch a whole product family."""


def random_rules(count: int) -> RuleSet:
    """A rule set as a province may have after some years: most rules are for one charge."""
    chance = Random(1)  # noqa: S311 (no secret; the same rules in every run)
    sold = [(o, charge) for o in sample_catalog().content.offerings for charge in o.charges]
    rules = []
    for number in range(count):
        offering, charge = chance.choice(sold)
        price = charge.list_price
        off = Decimal(chance.randint(1, 15))
        kinds: list[RuleAlteration] = [
            PercentOff(off),
            UnitAmountOff((abs(price) * off / 100).quantize(Decimal("0.01"))),
            LineAmountOff(Decimal(chance.randint(1, 50))),
            UnitPrice((abs(price) * (100 - off) / 100).quantize(Decimal("0.01"))),
            QuantityTiers((Tier(1, Decimal(0)), Tier(20, Decimal(5)), Tier(50, off))),
            TermDiscount(((24, Decimal(5)), (36, Decimal(8)))),
            ContractPrice((abs(price) * (100 - off) / 100).quantize(Decimal("0.01"))),
        ]
        kind = chance.choice(kinds)
        wide = chance.random() < 0.1
        scope = Scope(families=(offering.family,), types=(ChargeType.RECURRING,))
        start = date(2026, 1, 1) + timedelta(days=30 * chance.randint(0, 12))
        rules.append(
            PriceRule(
                f"R{number:03d}",
                LocalText(f"规则{number}"),
                kind,
                scope if wide else Scope(charges=(charge.code,)),
                When(
                    ValidityPeriod(start, start + timedelta(days=365)),
                    segments=chance.choice(((), offering.segments[:1])),
                    least_quantity=chance.choice((0, 0, 0, 10)),
                    customers=("c1",) if isinstance(kind, ContractPrice) else (),
                ),
                priority=chance.randint(0, 3),
                promotion=not isinstance(kind, (ContractPrice, QuantityTiers, TermDiscount)),
                group=chance.choice(("", "season", "new")),
            )
        )
    others = PercentOfOthers(Decimal(8), Scope(families=("VOICE",)))
    rules.append(PriceRule("R-OTHERS", LocalText("维护"), others, Scope(charges=("SLAGLD.RENT",))))
    return RuleSet("bench", rules=tuple(rules))


def main() -> None:
    """Time the whole check and every part of it."""
    policy = msgspec.structs.replace(
        sample_rules().pricing, rules=random_rules(RULES), floor_margin=Decimal(20)
    )
    catalog = sample_catalog()
    started = time.process_time()
    found = lint_rules(catalog, policy, QUOTE_DAY)
    seconds = time.process_time() - started
    charges = sum(len(offering.charges) for offering in catalog.content.offerings)
    rules = len(policy.rules.rules)
    size = f"{rules} rules x {charges} charges"
    print(f"{size}: {seconds:.2f} s of processor time, {len(found)} findings")
    case = LintCase(catalog, policy, QUOTE_DAY)
    for check in CHECKS:
        started = time.process_time()
        count = sum(1 for _ in check(case))
        print(f"  {check.__name__}: {time.process_time() - started:.3f} s, {count} findings")


if __name__ == "__main__":
    main()
