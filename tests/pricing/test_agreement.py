"""Prices agreed with a customer that have run out."""

from __future__ import annotations

from datetime import date

from catalog.period import ValidityPeriod
from catalog.problem import Severity
from pricing.item import ItemCharge
from pricing.rule import ContractPrice, PriceRule, Scope, When
from tests.builders import DAY, a_catalog, a_charge, a_context, a_line, an_item, an_offering
from tests.pricing.rule_builders import a_policy, a_rule, d, percent_off, priced_by

ENDED = ValidityPeriod(None, date(2026, 6, 30))


def agreed(
    rule_id: str = "A",
    valid: ValidityPeriod = ENDED,
    customer: str = "c1",
    scope: Scope | None = None,
) -> PriceRule:
    """20.00 agreed with a customer."""
    when = When(valid=valid, customers=(customer,))
    return a_rule(ContractPrice(d(20)), rule_id, when=when, scope=scope or Scope())


def told(*rules: PriceRule, customer: str = "c1") -> list[tuple[str, str, str, dict[str, str]]]:
    """Code, item, charge and parameters of what is told about one line."""
    context = a_context(customer=customer)
    quote = priced_by(a_policy(*rules), a_catalog(), a_line(), context=context)
    assert all(problem.severity is Severity.HINT for problem in quote.problems)
    return [(p.code, p.where.subject, p.where.column, p.parameters) for p in quote.problems]


def expired(rule_id: str = "A", day: str = "2026-06-30") -> tuple[str, str, str, dict[str, str]]:
    """The hint."""
    parameters = {"rule": rule_id, "date": day}
    return ("price.contract_price_expired", "i1", "LINE.RENT", parameters)


def test_an_expired_agreement_is_told_with_its_last_day() -> None:
    """As a hint at the charge; another customer hears nothing."""
    assert told(agreed()) == [expired()]
    assert told(agreed(), customer="c2") == []
    assert told(agreed(customer="c2")) == []


def test_an_agreement_that_was_renewed_is_not_told() -> None:
    """Unless the new one is for something else, or not yet in force."""
    assert told(agreed(), agreed("B", ValidityPeriod(DAY, DAY))) == []
    assert told(agreed(), agreed("B", ValidityPeriod(date(2026, 11, 24)))) == [expired()]
    elsewhere = agreed("B", ValidityPeriod(), scope=Scope(charges=("NET.RENT",)))
    assert told(agreed(), elsewhere) == [expired()]
    assert told(agreed(), agreed("B", ValidityPeriod(), customer="c2")) == [expired()]


def test_an_agreement_on_its_last_day_holds() -> None:
    """The day is included."""
    assert told(agreed(valid=ValidityPeriod(None, DAY))) == []


def test_of_several_that_have_expired_the_latest_is_told() -> None:
    """Whatever the order; of one day the last identifier."""
    older = agreed("B", ValidityPeriod(None, date(2025, 12, 31)))
    assert told(agreed(), older) == told(older, agreed()) == [expired()]
    assert told(agreed(), agreed("B")) == [expired("B")]


def test_only_charges_in_its_scope_are_told() -> None:
    """Of this item the rent, not what is unknown."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), ItemCharge("LINE.NONE", 1))
    rules = a_policy(agreed(scope=Scope(charges=("LINE.RENT", "LINE.NONE"))))
    quote = priced_by(rules, a_catalog(), item, context=a_context(customer="c1"))
    hints = [p.where.column for p in quote.problems if p.severity is Severity.HINT]
    assert hints == ["LINE.RENT"]
    assert told(agreed(scope=Scope(charges=("NET.RENT",)))) == []


def test_an_ended_promotion_is_no_agreement() -> None:
    """Even for the same customer."""
    rule = a_rule(percent_off(5), when=When(valid=ENDED, customers=("c1",)))
    assert told(rule) == []


def test_every_charge_of_a_quote_is_looked_at() -> None:
    """After one that is unknown, and after one whose agreement was renewed."""
    catalog = a_catalog(an_offering(a_charge(), a_charge("LINE.MORE")))
    renewed = agreed("B", ValidityPeriod(DAY), scope=Scope(charges=("LINE.RENT",)))
    codes = ("LINE.NONE", "LINE.RENT", "LINE.MORE")
    item = an_item("LINE", 1, *(ItemCharge(code, 1) for code in codes))
    context = a_context(customer="c1")
    quote = priced_by(a_policy(agreed(), renewed), catalog, item, context=context)
    hints = [p.where.column for p in quote.problems if p.severity is Severity.HINT]
    assert hints == ["LINE.MORE"]


def test_an_agreement_may_be_for_a_family() -> None:
    """What has ended is told for the family's charges; what is in force renews them."""
    voice, data = Scope(families=("VOICE",)), Scope(families=("DATA",))
    assert told(agreed(scope=voice)) == [expired()]
    assert told(agreed(scope=data)) == []
    assert told(agreed(), agreed("B", ValidityPeriod(DAY), scope=voice)) == []
    assert told(agreed(), agreed("B", ValidityPeriod(DAY), scope=data)) == [expired()]
