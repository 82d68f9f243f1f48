"""The sales library: success stories, differences with proof, known limits, demonstration kits.

It is the company's own knowledge. Customers read of it what a quote has taken into its proposal,
and stories only where whom they tell of has permitted it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.selling_points import Leaflet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from app.quoting.customer import Customer

MOST_DIFFERENCES = 3
"""More in one proposal and none is remembered."""


class SuccessStory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an offer brought another customer.

    Attributes:
        title: By which it is known; each once.
        industry: Code, such as ``hotel``; empty for any.
        customer: Whom it tells of, as he may be named.
        text: What happened.
        figures: What it brought, in numbers.
        offerings: Codes of what he bought.
        permitted: He has agreed that others are told; otherwise it is for us alone.
    """

    title: LocalText
    industry: str = ""
    customer: LocalText = LocalText()
    text: LocalText = LocalText()
    figures: LocalText = LocalText()
    offerings: tuple[str, ...] = ()
    permitted: bool = False


class Difference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What we do better, with proof.

    Attributes:
        claim: What it is; each once.
        value: What the customer has of it.
        evidence: What proves it.
        proof: A file that proves it, or ``None``.
        rivals: Operators against whom it counts; empty for all; internal.
    """

    claim: LocalText
    value: LocalText = LocalText()
    evidence: LocalText = LocalText()
    proof: Leaflet | None = None
    rivals: tuple[str, ...] = ()


class KnownLimit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an offering cannot do, and the answer agreed on; internal, and never hidden."""

    offering: str
    limit: LocalText
    answer: LocalText


class DemoKit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to bring along to show an offering, and where it can be seen."""

    offering: str
    things: LocalText = LocalText()
    link: str = ""


class SalesLibrary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of it."""

    stories: tuple[SuccessStory, ...] = ()
    differences: tuple[Difference, ...] = ()
    limits: tuple[KnownLimit, ...] = ()
    demos: tuple[DemoKit, ...] = ()

    def limits_of(self, codes: Collection[str]) -> tuple[KnownLimit, ...]:
        """Known limits of offerings or bundles."""
        return tuple(one for one in self.limits if one.offering in codes)

    def demos_of(self, codes: Collection[str]) -> tuple[DemoKit, ...]:
        """What shows offerings or bundles."""
        return tuple(one for one in self.demos if one.offering in codes)

    def proofs(self) -> tuple[Leaflet, ...]:
        """Every file that proves something, each once."""
        return tuple(dict.fromkeys(one.proof for one in self.differences if one.proof is not None))


def withdrawn(stories: Iterable[SuccessStory], library: SalesLibrary) -> tuple[SuccessStory, ...]:
    """Stories that were permitted when they were taken, and by their title no longer are.

    What the library does not know any more is as it was taken.
    """
    secret = {one.title for one in library.stories if not one.permitted}
    return tuple(one for one in stories if one.title in secret)


def differences_against(library: SalesLibrary, customer: Customer) -> tuple[Difference, ...]:
    """What counts against the recorded competitors first, then what counts against all.

    What counts against others alone is left out.
    """
    rivals = {one.operator for one in customer.competitors}
    aimed = [one for one in library.differences if rivals.intersection(one.rivals)]
    return (*aimed, *(one for one in library.differences if not one.rivals))


def stories_for(
    library: SalesLibrary, industry: str, codes: Collection[str]
) -> tuple[SuccessStory, ...]:
    """Every story: of the industry first, then of what is quoted, then the others."""

    def far(story: SuccessStory) -> tuple[bool, bool]:
        same = bool(industry) and story.industry == industry
        return not same, not set(codes).intersection(story.offerings)

    return tuple(sorted(library.stories, key=far))
