"""What a visit briefing says of what may be sold: three and a half sentences, FABE; internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures import Figures
from app.quoting.interview import found_needs
from app.quoting.quoted_facts import offerings_in
from app.quoting.sales_library import MOST_DIFFERENCES, differences_against, stories_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from app.documents.briefing_document import Part
    from app.quoting.customer import Customer
    from app.quoting.interview import QuestionBank
    from app.quoting.quote import Quote
    from app.quoting.sales_library import SalesLibrary
    from app.translation import Words
    from catalog.local_text import LocalText
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog

_PITCH = ("what_it_is", "whom_it_suits", "what_it_brings", "example")
_STORIES = 5
_FABE = ("feature", "advantage", "benefit", "evidence")


def offerings_to_tell(
    customer: Customer, quote: Quote | None, bank: QuestionBank, catalog: ProductCatalog
) -> tuple[ProductOffering, ...]:
    """What may be spoken of: what the quote holds, or else what may meet the needs agreed to."""
    codes = [item.offering for item in quote.items] if quote is not None else []
    if not codes:
        needs = found_needs(bank, customer.interview, catalog)
        codes = [one.code for need in needs for one in need.proposals]
    found = {one.code: one for code in codes for one in offerings_in(catalog, code)}
    return tuple(found.values())


def library_parts(
    library: SalesLibrary, customer: Customer, codes: Collection[str], words: Words
) -> Iterator[Part]:
    """What the sales library has for a visit; all of it is for us.

    Args:
        library: The sales library.
        customer: Whom to visit.
        codes: What may be spoken of.
        words: Language of the briefing.
    """
    from app.documents.briefing_document import Part

    figures = Figures(words.language)

    def told(*texts: LocalText) -> str:
        return " — ".join(filter(None, map(figures.text, texts)))

    reasons = differences_against(library, customer)[:MOST_DIFFERENCES]
    limits, demos = library.limits_of(codes), library.demos_of(codes)
    stories = stories_for(library, customer.industry, codes)[:_STORIES]
    yield Part(
        words("briefing.reasons"),
        tuple(told(r.claim, r.value, r.evidence) for r in reasons),
    )
    yield Part(
        words("briefing.limits"),
        tuple(
            words("briefing.limit", limit=figures.text(one.limit), answer=figures.text(one.answer))
            for one in limits
        ),
    )
    yield Part(
        words("briefing.stories"),
        tuple(
            told(one.title, one.text, one.figures)
            + ("" if one.permitted else words("briefing.secret"))
            for one in stories
        ),
    )
    kits = (" ".join(filter(None, (figures.text(one.things), one.link))) for one in demos)
    yield Part(words("briefing.bring"), tuple(filter(None, kits)))


def talk_track(
    offerings: Iterable[ProductOffering], words: Words, figures: Figures
) -> Iterator[Part]:
    """A part for each offering of which something is said, to be spoken in this order."""
    from app.documents.briefing_document import Part

    for one in offerings:
        pitch = (getattr(one.pitch, part) for part in _PITCH)
        lines = [figures.text(text) for text in pitch if figures.text(text)]
        lines += [
            words(f"briefing.fabe.{part}", text=text)
            for part in _FABE
            if (text := figures.text(getattr(one.fabe, part)))
        ]
        if lines:
            yield Part(words("briefing.tell", name=figures.text(one.name)), tuple(lines))
