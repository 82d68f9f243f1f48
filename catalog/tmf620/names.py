"""Names of TMF620 and of our extension, and which of our words each one is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from catalog.charge import ChargeType
from catalog.offering import Lifecycle
from catalog.period import BillingPeriod

if TYPE_CHECKING:
    from collections.abc import Mapping

Resource: TypeAlias = dict[str, object]
"""A JSON object by member name; prices are decimals."""

CURRENCY = "CNY"
EXTENSION = "quotewright"
"""Member that holds what the standard has no field for."""
EXTENDED = "Quotewright"
"""Put before a class of the standard, it names our extension of it in ``@type``."""
ALLOWANCE = "bandwidthOrAllowance"
"""Characteristic that a price uses for its bandwidth or included usage."""
OVERRIDE = "override"
"""Relationship of a price record to the charge whose list price it replaces."""
BASED_ON = "basedOn"
"""Relationship of an offering's own specification to the one that it shares."""
REQUIRES, REQUIRES_ANY, EXCLUDES = "requires", "requiresAnyOf", "excludes"
"""Several entries of ``requires`` mean all of them; ours, any one, is told apart by name."""
MIGRATES_TO = "migratesTo"
"""Relationship to a successor, the best first."""

CATALOG = "Catalog"
SPECIFICATION = "ProductSpecification"
OFFERING = "ProductOffering"
PRICE = "ProductOfferingPrice"
MEMBERS_OF_LISTS = {
    "catalog": CATALOG,
    "productCatalog": CATALOG,
    "productSpecification": SPECIFICATION,
    "productOffering": OFFERING,
    "productOfferingPrice": PRICE,
}
"""Members of a file that is one object with a list for each kind of resource."""

PRICE_TYPES: Mapping[ChargeType, str] = {
    ChargeType.ONE_TIME: "oneTime",
    ChargeType.RECURRING: "recurring",
    ChargeType.USAGE: "usage",
}
PERIODS: Mapping[BillingPeriod, str] = {BillingPeriod.MONTH: "month", BillingPeriod.YEAR: "year"}
LIFECYCLES: Mapping[Lifecycle, str] = {
    Lifecycle.PLANNED: "In design",
    Lifecycle.ON_SALE: "Launched",
    Lifecycle.FROZEN: "Retired",
    Lifecycle.WITHDRAWN: "Obsolete",
}
"""In the standard, too, customers keep what is retired and nobody keeps what is obsolete."""

_TYPE_WORDS = {
    "onetime": ChargeType.ONE_TIME,
    "onetimecharge": ChargeType.ONE_TIME,
    "nonrecurring": ChargeType.ONE_TIME,
    "recurring": ChargeType.RECURRING,
    "usage": ChargeType.USAGE,
}
_MONTHS = {"month": 1, "months": 1, "monthly": 1, "year": 12, "years": 12, "yearly": 12}
_MONTHS |= {"annual": 12, "annually": 12, "annum": 12}
_LIFECYCLE_WORDS = {
    "instudy": Lifecycle.PLANNED,
    "indesign": Lifecycle.PLANNED,
    "intest": Lifecycle.PLANNED,
    "active": Lifecycle.ON_SALE,
    "launched": Lifecycle.ON_SALE,
    "retired": Lifecycle.FROZEN,
    "obsolete": Lifecycle.WITHDRAWN,
    "rejected": Lifecycle.WITHDRAWN,
}
_RELATIONSHIPS = {
    "requires": REQUIRES,
    "dependency": REQUIRES,
    "dependson": REQUIRES,
    "requiresanyof": REQUIRES_ANY,
    "excludes": EXCLUDES,
    "exclusivity": EXCLUDES,
    "incompatible": EXCLUDES,
    "migratesto": MIGRATES_TO,
    "migration": MIGRATES_TO,
    "replacedby": MIGRATES_TO,
    "substitutedby": MIGRATES_TO,
}
_NO_LETTER = re.compile("[^a-z]")


def charge_type_of(word: str) -> ChargeType | None:
    """What a ``priceType`` is: ``oneTime``, ``one time`` and ``One-time`` are all one."""
    return _TYPE_WORDS.get(_plain(word))


def months_of(word: str) -> int | None:
    """How many months a unit of time has: ``month``, ``monthly``, ``Year``..."""
    return _MONTHS.get(_plain(word))


def lifecycle_of(word: str) -> Lifecycle | None:
    """Our state of a ``lifecycleStatus``."""
    return _LIFECYCLE_WORDS.get(_plain(word))


def relationship_of(word: str) -> str | None:
    """``REQUIRES``, ``REQUIRES_ANY``, ``EXCLUDES`` or ``MIGRATES_TO`` for a relationship."""
    return _RELATIONSHIPS.get(_plain(word))


def is_override(word: str) -> bool:
    """Whether a price with such a relationship replaces the other one."""
    return _plain(word) in {"override", "overrides"}


def camel(name: str) -> str:
    """A name of ours as JSON writes it: ``what_it_is`` is ``whatItIs``."""
    first, *others = name.split("_")
    return first + "".join(other.title() for other in others)


def _plain(word: str) -> str:
    return _NO_LETTER.sub("", word.casefold())
