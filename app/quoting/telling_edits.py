"""What a proposal tells, and terms of one customer alone, as edits of the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.clause import QuoteClause
from app.quoting.sales_library import MOST_DIFFERENCES
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from app.quoting.telling import Telling

OWN_TERMS = "own_terms"
"""Identifier of the clause that holds terms agreed on with this customer alone."""


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
