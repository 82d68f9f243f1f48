"""QuoteClause: a clause of the library as a quote has chosen it, with its text at that moment.

The text travels with the quote: it is in the fingerprint, so what was approved is what is printed,
whatever becomes of the library. Only a clause that equals a standard one of the library counts as
standard; everything else, one altered by hand among it, is special and raises the flag.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from catalog.condition import Condition
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from pricing.context import PricingContext
    from pricing.priced import PricedQuote

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


def special_clauses(quote: Quote, standard: frozenset[QuoteClause]) -> tuple[QuoteClause, ...]:
    """The clauses of a quote that somebody has to approve."""
    return tuple(clause for clause in quote.clauses if clause not in standard)


def clause_facts(quote: Quote, priced: PricedQuote, context: PricingContext) -> ClauseFacts:
    """What conditions of clauses may ask about a quote."""
    charges = [charge for item in priced.items for charge in item.charges]
    offerings = {item.offering for item in priced.items}
    offerings |= {charge.code.rpartition(".")[0] for charge in charges}
    known: dict[str, tuple[Decimal | str, ...]] = {
        **{name: (value,) for name, value in context.measures.items()},
        **{name: (value,) for name, value in context.words.items()},
    }
    return known | {
        "segment": context.segments,
        "offering": tuple(sorted(offerings)),
        "regulation": tuple(sorted({charge.regulation.value for charge in charges})),
        "condition": tuple(condition.key for condition in quote.conditions if condition.key),
    }


def applying(quote: Quote, priced: PricedQuote, context: PricingContext) -> tuple[QuoteClause, ...]:
    """The chosen clauses whose conditions hold."""
    if not quote.clauses:
        return ()
    facts = clause_facts(quote, priced, context)
    return tuple(clause for clause in quote.clauses if clause.applies(facts))


def choose_clause(quote: Quote, clause: QuoteClause) -> Quote:
    """Take a clause into the contract, in place of its alternatives."""
    kept = (one for one in quote.clauses if one.alternative_of != clause.alternative_of)
    return msgspec.structs.replace(quote, clauses=(*kept, clause))


def drop_clause(quote: Quote, clause_id: str) -> Quote:
    """Leave a clause out of the contract."""
    kept = tuple(one for one in quote.clauses if one.id != clause_id)
    return quote if kept == quote.clauses else msgspec.structs.replace(quote, clauses=kept)
