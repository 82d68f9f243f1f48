"""Customers who are probably one: found by what they share, and told by it."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.quoting.customer import Customer

_MOST = 6
"""What more customers than this share says nothing: a switchboard, an office building."""
_LEAST_DIGITS = 7
_LEAST_ADDRESS = 6
_LEGAL_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|公司|coltd|co?ltd|ltd|inc)$")


class Shared(StrEnum):
    """What two customers share, the strongest first."""

    CREDIT_CODE = "credit_code"
    NAME = "name"
    ACCOUNT = "account"
    PHONE = "phone"
    ADDRESS = "address"


_SURE = (Shared.CREDIT_CODE, Shared.NAME, Shared.ACCOUNT)
_POINTS = {
    Shared.CREDIT_CODE: 8,
    Shared.NAME: 6,
    Shared.ACCOUNT: 5,
    Shared.PHONE: 2,
    Shared.ADDRESS: 1,
}


class Duplicate(msgspec.Struct, frozen=True):
    """Two customers who are probably one.

    Attributes:
        first: Identifier of one.
        second: Of the other.
        shared: What they share, with the text that both have, the strongest first.
    """

    first: str
    second: str
    shared: tuple[tuple[Shared, str], ...]


def find_duplicates(customers: Sequence[Customer]) -> tuple[Duplicate, ...]:
    """Pairs that share something, the surest first.

    A branch and its headquarters may share telephone and address; they are no duplicates by that.
    """
    holders: dict[tuple[Shared, str], dict[str, str]] = {}
    for customer in customers:
        for shared, key, shown in _traits(customer):
            holders.setdefault((shared, key), {}).setdefault(customer.id, shown)
    parents = {customer.id: customer.parent for customer in customers}
    pairs: dict[tuple[str, str], dict[Shared, str]] = {}
    for (shared, _), who in holders.items():
        if 1 < len(who) <= _MOST:
            for pair in combinations(who, 2):
                pairs.setdefault(pair, {}).setdefault(shared, who[pair[0]])
    found = [
        Duplicate(*pair, tuple((one, shared[one]) for one in Shared if one in shared))
        for pair, shared in pairs.items()
        if any(one in _SURE for one in shared) or not _related(*pair, parents)
    ]
    return tuple(sorted(found, key=lambda one: (-_points(one), one.first, one.second)))


def plain_name(name: str) -> str:
    """A name without signs, spaces, width, case and legal form."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    bare = "".join(sign for sign in plain if sign.isalnum())
    return _LEGAL_FORM.sub("", bare) or bare


def _points(one: Duplicate) -> int:
    return sum(_POINTS[shared] for shared, _ in one.shared)


def _related(first: str, second: str, parents: dict[str, str]) -> bool:
    return parents[first] == second or parents[second] == first


def _traits(customer: Customer) -> Iterator[tuple[Shared, str, str]]:
    """What could be shared, as it is compared and as it is shown."""
    if customer.credit_code:
        yield Shared.CREDIT_CODE, customer.credit_code.upper(), customer.credit_code
    yield Shared.NAME, plain_name(customer.name), customer.name
    for account in customer.accounts:
        if len(digits := _digits(account.number)) >= _LEAST_DIGITS:
            yield Shared.ACCOUNT, digits, account.number
    for person in customer.contacts:
        if len(digits := _digits(person.phone)) >= _LEAST_DIGITS:
            yield Shared.PHONE, digits, person.phone
    if len(address := plain_name(customer.address)) >= _LEAST_ADDRESS:
        yield Shared.ADDRESS, address, customer.address


def _digits(number: str) -> str:
    """The digits of a number; a masked one can be anybody's."""
    plain = unicodedata.normalize("NFKC", number)
    return "" if "*" in plain else "".join(sign for sign in plain if sign.isdigit())
