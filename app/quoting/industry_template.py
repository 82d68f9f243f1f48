"""Templates of industries: typical needs, what is often sold, chapters of the proposal.

A template only proposes: what somebody has ticked becomes one edit of the quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.interview import NeedAnswer, Proposal
from app.quoting.item_edits import add_offering
from app.quoting.need_edits import meet_need
from app.quoting.telling import Chapter
from app.quoting.telling_edits import with_telling

if TYPE_CHECKING:
    from app.quoting.interview import KnownNeed, QuestionBank
    from app.quoting.quote import Quote
    from catalog.product_catalog import ProductCatalog


class IndustryTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is typical of an industry.

    Attributes:
        industry: Code, such as ``hotel``.
        needs: Identifiers of needs, the usual first.
        offers: What is often sold, besides what answers the needs.
        left_out: Chapters that a proposal there usually does without.
    """

    industry: str
    needs: tuple[str, ...]
    offers: tuple[NeedAnswer, ...] = ()
    left_out: tuple[Chapter, ...] = ()


class Proposed(NamedTuple):
    """What a template proposes for a quote, without what it has already."""

    needs: tuple[KnownNeed, ...] = ()
    offers: tuple[Proposal, ...] = ()
    left_out: tuple[Chapter, ...] = ()


def proposed_for(
    template: IndustryTemplate, bank: QuestionBank, catalog: ProductCatalog, quote: Quote
) -> Proposed:
    """What a template proposes: needs not written yet, what is on sale and not in the quote."""
    known = [need for name in template.needs if (need := bank.need(name)) is not None]
    held = {item.offering for item in quote.items}
    answers = [*template.offers, *(answer for need in known for answer in need.answers)]
    offers: dict[str, Proposal] = {}
    for answer in answers:
        code = answer.offering
        sold = catalog.bundle(code) or catalog.offering(code)
        if sold is not None and code not in held and code not in offers:
            offers[code] = Proposal(code, sold.name, answer.reason)
    return Proposed(
        tuple(need for need in known if need_text(need, quote) not in quote.needs),
        tuple(offers.values()),
        tuple(one for one in template.left_out if one not in quote.telling.left_out),
    )


def need_text(need: KnownNeed, quote: Quote) -> str:
    """A need in the language of the papers."""
    return need.text.en if quote.language == "en" else need.text.zh


def with_industry(quote: Quote, catalog: ProductCatalog, taken: Proposed) -> Quote:
    """The quote with what somebody has ticked of a template, as one edit.

    Needs come with what was ticked for them; nothing else is added.
    """
    codes = [offer.code for offer in taken.offers]
    for code in codes:
        if not any(item.offering == code for item in quote.items):
            quote = add_offering(quote, catalog, code)
    for need in taken.needs:
        text = need_text(need, quote)
        quote = meet_need(quote, text, "")
        for answer in need.answers:
            if answer.offering in codes:
                quote = meet_need(quote, text, answer.offering)
    gone = {*quote.telling.left_out, *taken.left_out}
    left_out = tuple(chapter for chapter in Chapter if chapter in gone)
    return with_telling(quote, msgspec.structs.replace(quote.telling, left_out=left_out))
