"""Boasts, jargon and words against competitors are found where a customer would read them."""

from __future__ import annotations

import msgspec

from app.quoting.customer import Competitor
from app.quoting.quote import QuoteCondition
from app.quoting.wording import Fault, Wording, found_words
from app.services.policies import load_wording
from catalog.local_text import LocalText
from tests.builders import a_customer, a_quote

WORDING = Wording(("最好", "the best"), ("骗人",), {"QoS": LocalText("质量有保证", "quality")})
CUSTOMER = msgspec.structs.replace(a_customer(), competitors=(Competitor("X通", "固话"),))


def found(**texts: object) -> list[tuple[Fault, str]]:
    """What is found in a quote with these facts."""
    quote = msgspec.structs.replace(a_quote(), **texts)
    return [(one.fault, one.word) for one in found_words(quote, CUSTOMER, WORDING)]


def test_each_sort_of_word_is_found_in_title_needs_and_own_promises() -> None:
    """The gravest first in each text; a promise of the library is not looked through."""
    assert found(title="最好的网络") == [(Fault.BOASTING, "最好")]
    assert found(needs=("X通骗人，要有QoS",)) == [
        (Fault.DENIGRATING, "骗人"),
        (Fault.COMPETITOR, "X通"),
        (Fault.JARGON, "QoS"),
    ]
    own = (QuoteCondition("", "We are The Best"), QuoteCondition("known", "最好"))
    assert found(conditions=own) == [(Fault.BOASTING, "the best")]


def test_latin_words_count_whole() -> None:
    """Part of another word is not the word."""
    assert found(title="AQoS2 与 the bestseller") == []
    assert found(title="含qos保障") == [(Fault.JARGON, "QoS")]


def test_plain_words_are_proposed_and_the_shipped_list_is_read() -> None:
    """Each technical word has one in both languages."""
    quote = msgspec.structs.replace(a_quote(), title="QoS")
    (one,) = found_words(quote, CUSTOMER, WORDING)
    assert one.instead.zh == "质量有保证"
    shipped = load_wording()
    assert all(plain.zh and plain.en for plain in shipped.plain.values())
    assert shipped.boasting
    assert shipped.denigrating
