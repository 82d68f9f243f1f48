"""The clauses of a quote: chosen and dropped, which of them apply, and which are special."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from decimal import Decimal

    from app.quoting.clause import ClauseFacts, QuoteClause
    from app.quoting.quote import Quote
    from pricing.context import PricingContext
    from pricing.priced import PricedQuote


def special_clauses(quote: Quote, standard: frozenset[QuoteClause]) -> tuple[QuoteClause, ...]:
    """The clauses of a quote that somebody has to approve.

    Compared as they are written: a file may hold figures that compare with nothing (NaN).
    """
    if not quote.clauses:
        return ()
    known = {msgspec.json.encode(one) for one in standard}
    return tuple(clause for clause in quote.clauses if msgspec.json.encode(clause) not in known)


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


def set_clauses(quote: Quote, clauses: tuple[QuoteClause, ...]) -> Quote:
    """Other clauses of the contract."""
    if clauses == quote.clauses:
        return quote
    return msgspec.structs.replace(quote, clauses=clauses)


def choose_clause(quote: Quote, clause: QuoteClause) -> Quote:
    """Take a clause into the contract, in place of its alternatives."""
    kept = (one for one in quote.clauses if one.alternative_of != clause.alternative_of)
    return msgspec.structs.replace(quote, clauses=(*kept, clause))


def drop_clause(quote: Quote, clause_id: str) -> Quote:
    """Leave a clause out of the contract."""
    kept = tuple(one for one in quote.clauses if one.id != clause_id)
    return quote if kept == quote.clauses else msgspec.structs.replace(quote, clauses=kept)
