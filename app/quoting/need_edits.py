"""Needs of a quote and what answers them, as edits: pure functions from a quote to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.quote import NeedFact, NeedMet

if TYPE_CHECKING:
    from app.quoting.quote import Quote


def meet_need(quote: Quote, need: str, code: str, evidence: str = "") -> Quote:
    """The quote with a need among its needs, answered by an offering; no code answers it not yet.

    What is there already is not written twice, and other evidence stays.
    """
    if evidence and need not in {one.need for one in quote.need_facts}:
        facts = (*quote.need_facts, NeedFact(need, evidence=evidence))
        quote = msgspec.structs.replace(quote, need_facts=facts)
    needs = quote.needs if need in quote.needs else (*quote.needs, need)
    met = quote.met
    if code and not wants(quote, need, code):
        met = (*met, NeedMet(need, code))
    if needs is quote.needs and met is quote.met:
        return quote
    return msgspec.structs.replace(quote, needs=needs, met=met)


def drop_need(quote: Quote, need: str) -> Quote:
    """The quote without a need; the items that answered it stay."""
    if need not in quote.needs:
        return quote
    needs = tuple(one for one in quote.needs if one != need)
    met = tuple(one for one in quote.met if one.need != need)
    facts = tuple(one for one in quote.need_facts if one.need != need)
    return msgspec.structs.replace(quote, needs=needs, met=met, need_facts=facts)


def set_needs_with_facts(
    quote: Quote, facts: tuple[NeedFact, ...], met: tuple[NeedMet, ...]
) -> Quote:
    """The quote with these needs in their order, what is known of them, and what answers them."""
    known = tuple(one for one in facts if one != NeedFact(one.need))
    needs = tuple(one.need for one in facts)
    return msgspec.structs.replace(quote, needs=needs, need_facts=known, met=met)


def wants(quote: Quote, need: str, code: str) -> bool:
    """Whether a need is said to be answered by an offering that the quote holds."""
    held = any(item.offering == code for item in quote.items)
    return held and NeedMet(need, code) in quote.met
