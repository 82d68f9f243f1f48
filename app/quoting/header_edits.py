"""Edits of the quote's header: each is a pure function from a quote to the next quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from app.quoting.quote import PAYMENT, QuoteCondition

if TYPE_CHECKING:
    from datetime import date

    from app.quoting.quote import LikeForLike, Quote
    from catalog.local_text import Language
    from pricing.quote_wide import QuoteDiscount


def set_title(quote: Quote, title: str) -> Quote:
    """Another name of the solution."""
    return _replaced(quote, title=title)


def set_term(quote: Quote, months: int) -> Quote:
    """Another commitment, in months."""
    return _replaced(quote, term=months)


def set_price_date(quote: Quote, day: date) -> Quote:
    """Prices of another day."""
    return _replaced(quote, price_date=day)


def set_valid_until(quote: Quote, day: date) -> Quote:
    """Another last day on which the customer may accept."""
    return _replaced(quote, valid_until=day)


def set_activation(quote: Quote, day: date | None) -> Quote:
    """Another day of activation; ``None`` while it is not known."""
    return _replaced(quote, activation=day)


def set_channel(quote: Quote, channel: str) -> Quote:
    """Through whom it is sold; empty when nobody has said."""
    return _replaced(quote, channel=channel.strip())


def set_language(quote: Quote, language: Language) -> Quote:
    """The customer's language, in which papers are written unless another is chosen."""
    return _replaced(quote, language=language)


def set_codes(quote: Quote, codes: tuple[str, ...]) -> Quote:
    """Other promotion codes, as the rules spell them; each counts once."""
    return _replaced(quote, codes=tuple(dict.fromkeys(codes)))


def set_tender(quote: Quote, *, tender: bool) -> Quote:
    """Whether it answers an invitation to tender."""
    return _replaced(quote, tender=tender)


def set_needs(quote: Quote, needs: tuple[str, ...]) -> Quote:
    """The customer's needs, one per line."""
    facts = tuple(one for one in quote.need_facts if one.need in needs)
    return _replaced(quote, needs=needs, need_facts=facts)


def set_notes(quote: Quote, notes: str) -> Quote:
    """Internal remarks."""
    return _replaced(quote, notes=notes)


def set_copies(quote: Quote, copies: int) -> Quote:
    """How many copies of the contract are signed."""
    return _replaced(quote, copies=copies)


def set_quote_discount(quote: Quote, discount: QuoteDiscount | None) -> Quote:
    """What is taken off the whole quote by hand; ``None`` takes nothing off."""
    return _replaced(quote, discount=discount)


def set_policy_version(quote: Quote, version: str) -> Quote:
    """Price with another version of the pricing rules; empty for those in force."""
    return _replaced(quote, policy_version=version)


def set_catalog_version(quote: Quote, version: str) -> Quote:
    """Another catalogue version to be priced with."""
    return _replaced(quote, catalog_version=version)


def set_like_for_like(quote: Quote, chosen: LikeForLike) -> Quote:
    """What the offer replaces."""
    return _replaced(quote, like_for_like=chosen)


def require_condition(quote: Quote, key: str, *, days: int = 30) -> Quote:
    """The customer promises something that is known by a key."""
    if any(condition.key == key for condition in quote.conditions):
        return quote
    return _replaced(quote, conditions=(*quote.conditions, QuoteCondition(key, days=days)))


def payment_days(quote: Quote) -> int | None:
    """Days that the customer has for paying; ``None`` for those of the standard contract."""
    return next((one.days for one in quote.conditions if one.key == PAYMENT), None)


def set_payment_days(quote: Quote, days: int | None) -> Quote:
    """Days that the customer has for paying; ``None`` for those of the standard contract."""
    others = tuple(one for one in quote.conditions if one.key != PAYMENT)
    own = () if days is None else (QuoteCondition(PAYMENT, days=days),)
    if payment_days(quote) == days:
        return quote
    return _replaced(quote, conditions=(*others, *own))


def drop_condition(quote: Quote, key: str) -> Quote:
    """The customer need not promise it."""
    kept = tuple(condition for condition in quote.conditions if condition.key != key)
    return _replaced(quote, conditions=kept)


def _replaced(quote: Quote, **changes: Any) -> Quote:  # noqa: ANN401 (the fields' own types are checked above)
    changed = msgspec.structs.replace(quote, **changes)
    return quote if changed == quote else changed
