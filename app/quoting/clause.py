"""QuoteClause: a clause of the library as a quote has chosen it, with its text at that moment.

The text travels with the quote: it is in the fingerprint, so what was approved is what is printed,
whatever becomes of the library. Only a clause that equals a standard one of the library counts as
standard; everything else, one altered by hand among it, is special and raises the flag.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, TypeAlias

import msgspec

from catalog.condition import Condition
from catalog.local_text import LocalText

ARTICLES: Final = ("subject", "quality", "price", "performance", "breach", "disputes")
"""Articles of the contract that a clause may be added to."""

ClauseFacts: TypeAlias = Mapping[str, tuple[Decimal | str, ...]]
"""Facts by name as conditions ask for them; of some, such as offerings, a quote has several."""


class QuoteClause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A version of a clause.

    Attributes:
        id: Of the library.
        version: Raised with every change of the text.
        name: What people choose it by.
        family: Clauses of one family are alternatives: a quote has one of them at most.
        article: The article of the contract that it is added to; empty for one of its own.
        title: Heading of its own article.
        texts: Its paragraphs, each numbered by the contract. ``{see:price}`` in them becomes the
            number of an article, or of another clause's own article by its identifier.
        conditions: All must hold for it to stand in a contract: ``offering``, ``segment``,
            ``regulation`` of a price, ``condition`` of the quote, ``term``, ``industry``...
    """

    id: str
    version: int
    name: LocalText
    texts: tuple[LocalText, ...]
    family: str = ""
    article: str = ""
    title: LocalText = LocalText()
    conditions: tuple[Condition, ...] = ()

    @property
    def alternative_of(self) -> str:
        """Name shared by the clauses of which a quote has one at most."""
        return self.family or self.id

    def applies(self, facts: ClauseFacts) -> bool:
        """Whether all its conditions hold; one about an unknown fact does not."""
        return all(
            any(one.verdict({one.measure: fact}) for fact in facts.get(one.measure, ()))
            for one in self.conditions
        )


class LibraryClause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the library knows of a clause besides its text.

    Attributes:
        clause: Its newest version.
        standard: It may be used without asking.
        responsible: Department that answers for it.
        earlier: Its older versions; quotes that chose them keep them.
    """

    clause: QuoteClause
    standard: bool
    responsible: str
    earlier: tuple[QuoteClause, ...] = ()


def standard_clauses(library: tuple[LibraryClause, ...]) -> frozenset[QuoteClause]:
    """Every version of every standard clause."""
    return frozenset(
        clause for one in library if one.standard for clause in (one.clause, *one.earlier)
    )
