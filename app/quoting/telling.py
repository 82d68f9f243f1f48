"""What the proposal of a quote tells besides its offer: chapters, differences, stories, material.

A quote takes the texts themselves, so what was approved is printed whatever becomes of the library.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.quoting.clause import QuoteClause
from app.quoting.sales_library import MOST_DIFFERENCES, Difference, SuccessStory
from catalog.local_text import LocalText
from catalog.selling_points import Leaflet

if TYPE_CHECKING:
    from app.quoting.quote import Quote

OWN_TERMS = "own_terms"
"""Identifier of the clause that holds terms agreed on with this customer alone."""


class Chapter(StrEnum):
    """Chapters of a proposal that can be left out, in printed order."""

    SITUATION = "situation"
    ANGLES = "angles"
    PROOF = "proof"
    FEATURES = "features"
    SERVICE = "service"
    COMPANY = "company"
    STEPS = "steps"


class DemoLink(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where something can be seen: what it shows, and the address."""

    name: LocalText
    link: str


class Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a proposal tells.

    Attributes:
        left_out: Chapters that it does without.
        differences: What we do better, three at most.
        stories: What others gained; whom they tell of has permitted it.
        leaflets: Files that come with it.
        demos: Where what is offered can be seen.
        logo: The customer's own, on the cover; ``None`` for none.
    """

    left_out: tuple[Chapter, ...] = ()
    differences: tuple[Difference, ...] = ()
    stories: tuple[SuccessStory, ...] = ()
    leaflets: tuple[Leaflet, ...] = ()
    demos: tuple[DemoLink, ...] = ()
    logo: Leaflet | None = None

    @property
    def files(self) -> tuple[Leaflet, ...]:
        """What comes along: leaflets, and files that prove something, each once."""
        proofs = (one.proof for one in self.differences if one.proof is not None)
        return tuple(dict.fromkeys((*self.leaflets, *proofs)))


def with_telling(quote: Quote, telling: Telling) -> Quote:
    """The quote whose proposal tells this.

    Raises:
        ValueError: A story among them must not be told, or there are more differences than a
            proposal may hold; nobody is offered either.
    """
    if len(telling.differences) > MOST_DIFFERENCES:
        raise ValueError(len(telling.differences))
    if not all(story.permitted for story in telling.stories):
        msg = "a story that nobody has permitted"
        raise ValueError(msg)
    return quote if telling == quote.telling else msgspec.structs.replace(quote, telling=telling)


def own_terms(quote: Quote) -> tuple[str, ...]:
    """The terms agreed on with this customer alone, one a line."""
    return tuple(
        text.zh or text.en for one in quote.clauses if one.id == OWN_TERMS for text in one.texts
    )


def with_own_terms(quote: Quote, lines: tuple[str, ...]) -> Quote:
    """The quote with other terms of its own: a clause of no library, which has to be approved."""
    if lines == own_terms(quote):
        return quote
    others = tuple(one for one in quote.clauses if one.id != OWN_TERMS)
    text = tuple(LocalText(line, line) for line in lines)
    title = LocalText("特别约定", "Special terms")
    own = (QuoteClause(OWN_TERMS, 1, title, text, title=title),) if lines else ()
    return msgspec.structs.replace(quote, clauses=(*others, *own))
