"""What to look at of a customer before an offer: who is not known, what ends, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.customer import ContactRole, DecisionLevel, Relationship
from app.quoting.customer_sheets import SheetName
from app.quoting.market.classes import class_of, threshold_of
from app.quoting.market.teams import team_for
from app.quoting.market.values import Market
from app.quoting.promises import AHEAD_DAYS, open_promises
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.quoting.customer import Customer
    from catalog.money import Fen
    from pricing.bills import Bills

IN_ARREARS = "customer.in_arrears"
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Of a unified social credit code (GB 32100-2015): without I, O, S, V and Z."""
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
CODE_LENGTH = 18
PROFILE = "profile"
"""Where the single facts are entered, beside the lists."""
BILLS = "bills"
"""Where bills are."""


class CustomerPolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What those responsible have set about customers.

    Attributes:
        notice: Days before the end of a competitor's contract from which it is told.
        key_industries: Industries whose customers are key customers.
        market: Classes, thresholds and weights, which the user may edit.
    """

    notice: int = 90
    key_industries: tuple[str, ...] = ()
    market: Market = Market()

    def high_value(self, area: str) -> Fen | None:
        """Fen of a typical month that make a customer of an area one of high value, if any do."""
        found = threshold_of(self.market, area)
        return found.least if found is not None else None

    def large(self, area: str) -> int | None:
        """Points of the scorecard from which a customer of an area seems a large one, if any do."""
        found = threshold_of(self.market, area)
        return found.points if found is not None else None

    def class_of(self, monthly: Fen, area: str = "") -> str:
        """The class of who pays so many fen a month in an area; empty for none."""
        return class_of(self.market, monthly, area)


class Part(NamedTuple):
    """Something that should be known of every customer.

    Attributes:
        id: Of its texts.
        weight: Points of a hundred.
        place: Where it is entered: a list, ``profile`` or ``bills``.
        known: Whether it is known.
    """

    id: str
    weight: int
    place: str
    known: Callable[[Customer, Bills], bool]


def _has(customer: Customer, role: ContactRole) -> bool:
    return customer.contact_with(role) is not None


def _reachable(customer: Customer) -> bool:
    return any(person.phone or person.email for person in customer.contacts)


PARTS = (
    Part("credit_code", 12, PROFILE, lambda c, _: bool(c.credit_code)),
    Part("address", 8, PROFILE, lambda c, _: bool(c.address)),
    Part("representative", 8, PROFILE, lambda c, _: bool(c.representative)),
    Part("industry", 6, PROFILE, lambda c, _: bool(c.industry)),
    Part("accounts", 10, SheetName.ACCOUNTS, lambda c, _: bool(c.accounts)),
    Part(
        "signer",
        10,
        SheetName.CONTACTS,
        lambda c, _: _has(c, ContactRole.SIGNER),
    ),
    Part(
        "decider",
        10,
        SheetName.CONTACTS,
        lambda c, _: _has(c, ContactRole.DECIDER),
    ),
    Part("reachable", 6, SheetName.CONTACTS, lambda c, _: _reachable(c)),
    Part("chain", 8, SheetName.CONTACTS, lambda c, _: not levels_unknown(c)),
    Part("sites", 6, SheetName.SITES, lambda c, _: bool(c.sites)),
    Part("installed", 6, SheetName.INSTALLED, lambda c, _: bool(c.installed)),
    Part("bills", 10, BILLS, lambda _, b: bool(b.months())),
)


def completeness(customer: Customer, bills: Bills) -> tuple[int, tuple[Part, ...]]:
    """Points of a hundred, and what is missing, what matters most first."""
    missing = [part for part in PARTS if not part.known(customer, bills)]
    missing.sort(key=lambda part: -part.weight)
    return sum(part.weight for part in PARTS) - sum(p.weight for p in missing), tuple(missing)


def levels_unknown(customer: Customer) -> tuple[DecisionLevel, ...]:
    """Levels of the decision chain at which we know nobody."""
    known = {one.level for one in customer.contacts if one.relationship > Relationship.NONE}
    return tuple(level for level in DecisionLevel if level not in known)


def check_sign(code: str) -> str:
    """The last sign that the first seventeen of a credit code demand; empty for a wrong one."""
    body = code[: CODE_LENGTH - 1]
    if len(body) != CODE_LENGTH - 1 or any(sign not in _SIGNS for sign in body):
        return ""
    total = sum(_SIGNS.index(sign) * weight for sign, weight in zip(body, _WEIGHTS, strict=True))
    return _SIGNS[-total % len(_SIGNS)]


def review(customer: Customer, policy: CustomerPolicy, today: date) -> tuple[Problem, ...]:
    """What should be looked at, the gravest first; ``where.column`` says where it is mended."""
    return (
        *_debts(customer),
        *_promises(customer, today),
        *_code(customer),
        *_people(customer),
        *_rivals(customer, policy, today),
        *_pointing(customer),
        *_venue(customer, policy.market),
        *_team(customer, policy.market),
    )


def _problem(code: str, place: str, **parameters: str) -> Problem:
    return Problem(code, Severity.WARNING, Place(column=place), parameters)


def arrears_findings(customer: Customer) -> tuple[Problem, ...]:
    """That the customer owes something: what every quote for him says first."""
    return tuple(_debts(customer))


def people_findings(customer: Customer) -> tuple[Problem, ...]:
    """Who is not known among those who decide: what is told before papers are written."""
    return tuple(_people(customer))


def _debts(customer: Customer) -> list[Problem]:
    if not customer.arrears:
        return []
    amount = str(customer.arrears)
    return [_problem(IN_ARREARS, PROFILE, amount=amount)]


def _promises(customer: Customer, today: date) -> list[Problem]:
    """Promises that press, and every one for which the customer is held back."""
    found = []
    for one in open_promises(customer):
        left = (one.due - today).days if one.due is not None else AHEAD_DAYS + 1
        facts = {"text": one.text, "by": one.by or "–", "day": str(one.due or "–")}
        facts["days"] = str(abs(left))
        if left < 0:
            found.append(_problem("customer.promise_late", SheetName.PROMISES, **facts))
        elif one.hold:
            found.append(_problem("customer.held_back", SheetName.PROMISES, **facts))
        elif left <= AHEAD_DAYS:
            found.append(_problem("customer.promise_due", SheetName.PROMISES, **facts))
    return found


def _code(customer: Customer) -> list[Problem]:
    code = customer.credit_code
    if not code:
        return []
    wanted = check_sign(code)
    if len(code) != CODE_LENGTH or not wanted:
        return [_problem("customer.credit_code_form", PROFILE, value=code)]
    if code[-1] != wanted:
        return [_problem("customer.credit_code_sign", PROFILE, value=code, wanted=wanted)]
    return []


def _people(customer: Customer) -> list[Problem]:
    found = []
    if customer.contact_with(ContactRole.SIGNER) is None:
        found.append(_problem("customer.no_signer", SheetName.CONTACTS))
    if levels := levels_unknown(customer):
        place, names = SheetName.CONTACTS, " ".join(levels)
        found.append(_problem("customer.nobody_at_level", place, level=names))
    return found


def _rivals(customer: Customer, policy: CustomerPolicy, today: date) -> list[Problem]:
    found = []
    for rival in customer.competitors:
        if rival.ends is None:
            continue
        left = (rival.ends - today).days
        facts = {"operator": rival.operator, "product": rival.product, "day": str(rival.ends)}
        place = Place(column=SheetName.COMPETITORS)
        if left < 0:
            found.append(Problem("customer.rival_ended", Severity.HINT, place, facts))
        elif left <= policy.notice:
            facts["days"] = str(left)
            found.append(Problem("customer.rival_ends", Severity.WARNING, place, facts))
    return found


def _pointing(customer: Customer) -> list[Problem]:
    """Accounts and sites that are named somewhere and stand in no list."""
    sites = {site.id for site in customer.sites} | {site.name for site in customer.sites}
    numbers = {account.number for account in customer.accounts}
    found = [
        _problem("customer.no_such_site", SheetName.INSTALLED, site=service.site)
        for service in customer.installed
        if service.site and service.site not in sites
    ]
    for site in customer.sites:
        if site.parent and site.parent not in sites:
            found.append(_problem("customer.no_such_site", SheetName.SITES, site=site.parent))
        if site.account and site.account not in numbers:
            found.append(
                _problem("customer.no_such_account", SheetName.SITES, account=site.account)
            )
    return found


def _venue(customer: Customer, market: Market) -> list[Problem]:
    """A venue that stands in no table, for one typed otherwise or renamed since."""
    name = customer.sales.venue
    if not name or any(venue.name == name for venue in market.venues):
        return []
    place = Place(column=PROFILE)
    return [Problem("customer.no_such_venue", Severity.HINT, place, {"venue": name})]


def _team(customer: Customer, market: Market) -> list[Problem]:
    """The service centre that the tables say for who has none."""
    wanted = "" if customer.sales.team else team_for(market, customer)
    place = Place(column=PROFILE)
    hint = Severity.HINT
    return [Problem("customer.team_proposed", hint, place, {"team": wanted})] if wanted else []
