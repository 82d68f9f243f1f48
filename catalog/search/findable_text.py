"""What is said of an offering or a bundle, folded and joined for finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.bundle import BundledOffering
from catalog.search.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.local_text import LocalText
    from catalog.offering import ProductOffering

_APART = "\t"


def names_of(sold: ProductOffering | BundledOffering) -> tuple[str, str]:
    """The names, folded, Chinese first; in the place of a missing one the other stands."""
    chinese, english = folded(sold.name.zh), folded(sold.name.en)
    return (chinese, english) if chinese else (english, "")


def family_words(families: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The names of each family, folded and joined."""
    return {code: _APART.join(map(folded, (code, *names))) for code, names in families.items()}


def text_of(sold: ProductOffering | BundledOffering, families: Mapping[str, str]) -> str:
    """Everything but code and names: family, charges, benefit, selling points, characteristics.

    Args:
        sold: The offering or bundle.
        families: What ``family_words`` gave.
    """
    if isinstance(sold, BundledOffering):
        texts = [text for one in _of_bundle(sold) for text in (one.zh, one.en) if text]
        return folded_lines([sold.filing_number, *texts])
    family = families.get(sold.family)
    lines = folded_lines([text for one in _of_offering(sold) for text in (one.zh, one.en) if text])
    codes = _APART.join([charge.code.casefold() for charge in sold.charges])
    return _APART.join((folded(sold.family) if family is None else family, codes, lines))


def folded_lines(texts: Sequence[str]) -> str:
    """Texts folded together and joined, so that no word is found across two of them."""
    # The mark in between is no white space to the folding, and no text that is typed holds it.
    return folded("\x00".join(texts)).replace("\x00", _APART)


def _of_bundle(bundle: BundledOffering) -> Iterator[LocalText]:
    yield bundle.condition_text
    for group in bundle.groups:
        yield group.name
    for option in bundle.options:
        yield option.note


def _of_offering(offering: ProductOffering) -> Iterator[LocalText]:
    yield offering.benefit
    for charge in offering.charges:
        yield charge.name
    if offering.fabe:
        fabe = offering.fabe
        yield from (fabe.feature, fabe.advantage, fabe.benefit, fabe.evidence)
    if offering.pitch:
        pitch = offering.pitch
        yield from (pitch.what_it_is, pitch.whom_it_suits, pitch.what_it_brings, pitch.example)
    for known in offering.characteristics:
        yield known.name
        for choice in known.choices:
            yield choice.name
