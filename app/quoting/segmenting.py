"""Which market segments a customer seems to belong to, and why; the manager decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.customer_profile import ProfileField
from app.quoting.sales_facts import PartyKind
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.customer_review import CustomerPolicy
    from catalog.money import Fen
    from pricing.bills import Bills

KEY, HIGH, GROUP, STRATEGIC = "KEY", "HIGH", "GROUP", "STRAT"
LARGE = (KEY, HIGH, GROUP, STRATEGIC)
"""Segments of large customers."""
PROFILE = "profile"
"""Where segments are entered."""
_LONGEST_NAME = 4
_OF_FIRMS = "店厂司院校局社园部所馆行会站场场厅队处府心苑城楼堂坊铺吧"
"""A name of an organisation ends with one of these."""


def segment_findings(
    customer: Customer, policy: CustomerPolicy, monthly: Fen, *, related: bool, points: int = 0
) -> tuple[Problem, ...]:
    """Segments that the customer has not and seems to belong to, each with the reason.

    Where the manager has given a reason for the segments as they are, nothing is proposed.

    Args:
        customer: Whom.
        policy: Thresholds.
        monthly: Fen of a typical month; 0 without bills.
        related: He has a headquarters or branches.
        points: Of the scorecard.
    """
    found = []
    if not customer.segment_reason:
        mine = {customer.segment, *customer.further_segments}
        least = policy.high_value(customer.area)
        if least is not None and HIGH not in mine and monthly >= least:
            found.append(_hint("customer.segment_high", amount=monthly, least=least))
        if least is not None and customer.segment == HIGH and 0 < monthly < least:
            found.append(_hint("customer.segment_not_high", amount=monthly, least=least))
        if KEY not in mine and customer.industry in policy.key_industries:
            found.append(_hint("customer.segment_key"))
        if GROUP not in mine and related:
            found.append(_hint("customer.segment_group"))
        wanted = policy.large(customer.area)
        if wanted is not None and not mine & set(LARGE) and points >= wanted:
            found.append(_hint("customer.segment_large", points=points, least=wanted))
    return (*found, *party_findings(customer))


def party_findings(customer: Customer) -> tuple[Problem, ...]:
    """That a customer is a person, or seems to be one: only organisations are party to a contract.

    Somebody's word settles what the name seems to say.
    """
    if customer.sales.party is PartyKind.INDIVIDUAL:
        place = Place(column=PROFILE, subject=ProfileField.PARTY)
        facts = {"name": customer.name}
        return (Problem("customer.individual_party", Severity.WARNING, place, facts),)
    if customer.sales.party is None and seems_a_person(customer):
        return (_hint("customer.perhaps_person", name=customer.name),)
    return ()


def seems_a_person(customer: Customer) -> bool:
    """Whether the name is that of a person: households are no part of the enterprise business."""
    name = customer.name
    chinese = all("一" <= sign <= "鿿" for sign in name)
    short = 1 < len(name) <= _LONGEST_NAME and name[-1:] not in _OF_FIRMS
    return not customer.credit_code and chinese and short


def is_potential(customer: Customer, bills: Bills) -> bool:
    """Whether the customer has nothing from us yet, as far as anybody knows."""
    return not customer.installed and not customer.accounts and not bills.months()


def _hint(code: str, **facts: object) -> Problem:
    texts = {name: str(fact) for name, fact in facts.items()}
    place = Place(column=PROFILE, subject=ProfileField.SEGMENT)
    return Problem(code, Severity.HINT, place, texts)
