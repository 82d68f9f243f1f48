"""The rules in force, read from ``resources/policy``: data, never constants in code."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import ImportRejected, UnknownFormat
from app.paths import resource
from app.quoting.authority import AuthorityMatrix, Staff, edition_on
from app.quoting.authority.reading import read_matrix, staff_faults
from app.quoting.authority.written import WrittenAuthority
from app.quoting.customer_review import CustomerPolicy
from app.quoting.freezing import Rulebook
from app.quoting.wording import Wording
from app.services.clause_library import load_clauses
from app.services.field_faults import field_faults
from catalog.decoding_fault import decoding_facts
from catalog.known_type import known
from catalog.problem import Place, Problem
from catalog.tax_class import TaxClass
from pricing.policy import PricingPolicy
from pricing.rule_reading import read_rules
from pricing.spend import SpendPolicy

if TYPE_CHECKING:
    from pathlib import Path

    from pricing.rulebook import RuleSet

T = TypeVar("T")

_STAFF = "staff.toml"


class _Taxes(msgspec.Struct, forbid_unknown_fields=True):
    tax: tuple[TaxClass, ...]


class _Pricing(msgspec.Struct, forbid_unknown_fields=True):
    pricing: PricingPolicy
    spend: SpendPolicy


def load_tax_classes() -> tuple[TaxClass, ...]:
    """Tax classes with their dated rates.

    Raises:
        UnknownFormat: If the file does not have the expected form; it names the place.
    """
    return _decode("taxes.toml", _Taxes).tax


def load_customer_policy() -> CustomerPolicy:
    """What comes with the program about customers: classes, thresholds, weights, days of notice.

    Raises:
        UnknownFormat: If the file does not have the expected form; it names the place.
    """
    return _decode("customers.toml", CustomerPolicy)


def load_wording() -> Wording:
    """Words that should not stand in what a customer reads.

    Raises:
        UnknownFormat: If the file does not have the expected form; it names the place.
    """
    return _decode("wording.toml", Wording)


def load_rules(published: RuleSet | None = None) -> Rulebook:
    """Pricing policy, thresholds of the bill analysis and discount authority.

    Args:
        published: Rules that take the place of those of the file.

    Raises:
        UnknownFormat: If a file does not have the expected form; it names the place.
        ImportRejected: If a price rule is wrong; every wrong rule is named.
    """
    pricing = _decode("pricing.toml", _Pricing)
    rules = published or _rules_of_file()
    editions = load_authority()
    version = edition_of(pricing.pricing.version, rules.version)
    policy = msgspec.structs.replace(pricing.pricing, rules=rules, version=version)
    today = datetime.now().astimezone().date()
    authority = edition_on(editions, today)
    return Rulebook(policy, pricing.spend, authority, editions, load_clauses())


def _rules_of_file() -> RuleSet:
    rules, problems = read_rules(_decode("rules.toml", dict), file="rules.toml")
    if rules is None:
        raise ImportRejected(problems)
    return rules


def edition_of(policy: str, rules: str) -> str:
    """One name for a version of the policy and a version of its rules."""
    return policy if policy == rules else f"{policy} + {rules}"


def load_authority(folder: Path | None = None) -> tuple[AuthorityMatrix, ...]:
    """Every edition of the authority matrix, ``authority*.toml``, each with all of the staff.

    Args:
        folder: Where they stand; the program's own when not given.

    Raises:
        UnknownFormat: If a file is no TOML; it names the place.
        ImportRejected: If anything in it is wrong; every mistake is named with its place.
    """
    problems: list[Problem] = []
    folder = folder or resource("policy")
    staff = _of_form(folder / _STAFF, Staff, problems) or Staff()
    editions = []
    for path in sorted(folder.glob("authority*.toml")):
        written = _of_form(path, WrittenAuthority, problems)
        if written is not None:
            matrix, found = read_matrix(written, staff, file=path.name)
            problems.extend(found)
            editions.extend([matrix] if matrix is not None else [])
    if not editions and not problems:
        problems.append(Problem("authority.no_edition", where=Place(file="authority.toml")))
    if editions:
        problems.extend(staff_faults(staff, editions, file=_STAFF))
    if problems:
        raise ImportRejected(problems)
    return tuple(editions)


def _of_form(path: Path, kind: type[T], problems: list[Problem]) -> T | None:
    """A file as a value; ``None`` with a finding for every field that is wrong."""
    plain = _decoded(path, dict)
    faults = field_faults(plain, kind)
    problems.extend(
        Problem(
            "import.field_wrong",
            where=Place(file=path.name, column=fault.place.removeprefix("$.")),
            parameters=decoding_facts(fault.fault),
        )
        for fault in faults
    )
    return None if faults else msgspec.convert(plain, known(kind))


def _decode(name: str, kind: type[T]) -> T:
    return _decoded(resource("policy", name), kind)


def _decoded(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=known(kind))
    except msgspec.MsgspecError as fault:
        raise UnknownFormat(file=path.name, place=str(fault)) from fault
