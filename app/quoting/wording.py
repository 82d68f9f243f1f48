"""Words that should not stand in what a customer reads: boasts, jargon, words against others."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.telling_edits import own_terms
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.quoting.sales_library import Difference


class Fault(StrEnum):
    """Why a word should not stand there."""

    BOASTING = "boasting"
    DENIGRATING = "denigrating"
    COMPETITOR = "competitor"
    JARGON = "jargon"


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are looked for.

    Attributes:
        boasting: Nobody can prove them.
        denigrating: They run somebody down.
        plain: What to say instead of technical words.
    """

    boasting: tuple[str, ...] = ()
    denigrating: tuple[str, ...] = ()
    plain: dict[str, LocalText] = {}


class FoundWord(NamedTuple):
    """A word that was found: what is the matter, the text around it, what to say instead."""

    fault: Fault
    word: str
    text: str
    instead: LocalText = LocalText()


def found_words(quote: Quote, customer: Customer, wording: Wording) -> tuple[FoundWord, ...]:
    """Every such word in what somebody typed into a quote and a customer reads, each once a text.

    Args:
        quote: Whose title, needs and promises in words of one's own are looked through.
        customer: His competitors are named by dated facts only, never in sentences.
        wording: What is looked for.
    """
    rivals = {one.operator for one in customer.competitors if len(one.operator) > 1}
    kinds: tuple[tuple[Fault, Iterable[str]], ...] = (
        (Fault.DENIGRATING, wording.denigrating),
        (Fault.BOASTING, wording.boasting),
        (Fault.COMPETITOR, sorted(rivals)),
        (Fault.JARGON, wording.plain),
    )
    return tuple(
        FoundWord(fault, word, text, wording.plain.get(word, LocalText()))
        for text in _texts(quote)
        for fault, words in kinds
        for word in words
        if _holds(text, word)
    )


def _texts(quote: Quote) -> Iterator[str]:
    """What a customer reads and somebody typed."""
    texts = [quote.title, *quote.needs]
    texts += [one.text for one in quote.conditions if not one.key]
    texts += own_terms(quote)
    said = [part for one in quote.telling.differences for part in _parts(one)]
    said += [part for one in quote.telling.stories for part in (one.title, one.text, one.figures)]
    texts += [text.en if quote.language == "en" else text.zh for text in said]
    yield from dict.fromkeys(filter(None, texts))


def _parts(one: Difference) -> tuple[LocalText, ...]:
    return one.claim, one.value, one.evidence


def _holds(text: str, word: str) -> bool:
    """Whether a word stands in a text: Latin ones as whole words, others anywhere."""
    if word.isascii():
        pattern = rf"(?<![0-9A-Za-z]){re.escape(word)}(?![0-9A-Za-z])"
        return re.search(pattern, text, re.IGNORECASE) is not None
    return word in text
