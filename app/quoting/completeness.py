"""How far a quote is prepared: information collected, needs analysed, strategy tailored."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.quoting.customer import ContactRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.quoting.quote import Quote
    from app.quoting.revision import Revision

ENOUGH_ANSWERS = 3
"""So many answers of the customer make an analysis of needs."""


class Part(StrEnum):
    """What an account manager is measured by, in the order of the work."""

    INFORMATION = "information"
    NEEDS = "needs"
    STRATEGY = "strategy"


class Lack(StrEnum):
    """What may be lacking, part by part."""

    INDUSTRY = "industry"
    DECIDER = "decider"
    BILLS = "bills"
    COMPETITORS = "competitors"
    SITES = "sites"
    ANSWERS = "answers"
    NEEDS = "needs"
    EVIDENCE = "evidence"
    OWNERS = "owners"
    ITEMS = "items"
    MET = "met"
    SAVING = "saving"
    DIFFERENCES = "differences"
    TARGETS = "targets"


PARTS: Mapping[Part, tuple[Lack, ...]] = {
    Part.INFORMATION: (Lack.INDUSTRY, Lack.DECIDER, Lack.BILLS, Lack.COMPETITORS, Lack.SITES),
    Part.NEEDS: (Lack.ANSWERS, Lack.NEEDS, Lack.EVIDENCE, Lack.OWNERS),
    Part.STRATEGY: (Lack.ITEMS, Lack.MET, Lack.SAVING, Lack.DIFFERENCES, Lack.TARGETS),
}


class Completeness(NamedTuple):
    """What is there and what lacks; internal."""

    lacking: frozenset[Lack]

    @property
    def score(self) -> int:
        """Percent of everything, rounded down."""
        return _percent(len(Lack), len(self.lacking))

    def score_of(self, part: Part) -> int:
        """Percent of a part, rounded down."""
        return _percent(len(PARTS[part]), len(self.lacking_of(part)))

    def lacking_of(self, part: Part) -> tuple[Lack, ...]:
        """What a part lacks, in its order."""
        return tuple(one for one in PARTS[part] if one in self.lacking)


def completeness(revision: Revision) -> Completeness:
    """How far a quote is prepared, with its customer as he is known to it."""
    return Completeness(
        frozenset((*_information(revision), *_needs(revision), *_strategy(revision)))
    )


def _percent(whole: int, lacking: int) -> int:
    return 100 * (whole - lacking) // whole


def _information(revision: Revision) -> Iterator[Lack]:
    customer = revision.customer
    if not customer.industry:
        yield Lack.INDUSTRY
    if customer.contact_with(ContactRole.DECIDER) is None:
        yield Lack.DECIDER
    if revision.analysis is None:
        yield Lack.BILLS
    if not customer.competitors:
        yield Lack.COMPETITORS
    if not customer.sites:
        yield Lack.SITES


def _needs(revision: Revision) -> Iterator[Lack]:
    quote = revision.quote
    if sum(bool(answer.text.strip()) for answer in revision.customer.interview) < ENOUGH_ANSWERS:
        yield Lack.ANSWERS
    facts = [quote.need_fact(need) for need in quote.needs]
    if not facts:
        yield Lack.NEEDS
    if not facts or not all(fact.evidence for fact in facts):
        yield Lack.EVIDENCE
    if not facts or not all(fact.owner for fact in facts):
        yield Lack.OWNERS


def _strategy(revision: Revision) -> Iterator[Lack]:
    quote = revision.quote
    if not quote.items:
        yield Lack.ITEMS
    if not quote.needs or not _all_met(quote):
        yield Lack.MET
    if revision.saving is None or not quote.items:
        yield Lack.SAVING
    if not quote.telling.differences and not quote.telling.stories:
        yield Lack.DIFFERENCES
    if not quote.scenarios and not revision.options:
        yield Lack.TARGETS


def _all_met(quote: Quote) -> bool:
    """Whether something quoted answers every need."""
    answered = {one.offering for one in quote.met}
    held = {item.offering for item in quote.items if item.offering in answered}
    met = {one.need for one in quote.met if one.offering in held}
    return met.issuperset(quote.needs)
