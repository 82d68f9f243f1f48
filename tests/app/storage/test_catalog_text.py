"""A stored catalogue read offering by offering is what it is when read in one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import UnknownFormat
from app.storage.catalog_text import read_catalog
from app.storage.codec import CATALOG
from tests.builders import a_bundle, a_catalog, a_charge, an_offering
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = a_catalog(
    an_offering(a_charge()), an_offering(a_charge("FAX.RENT")), bundles=(a_bundle(),)
).content


def test_the_sample_catalogue_comes_back() -> None:
    """Every offering, bundle and tax class, to the byte."""
    content = sample_catalog().content
    text = CATALOG.encode(content)
    read = read_catalog(text)
    assert read == content
    assert CATALOG.encode(read) == text


def test_offerings_share_what_is_equal() -> None:
    """Which a text read in one piece does not."""
    text = CATALOG.encode(SMALL)
    first, second = read_catalog(text).offerings
    assert first.fabe is second.fabe
    apart = CATALOG.decode(text).offerings
    assert apart[0].fabe is not apart[1].fabe


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace(b'"family"', b'"kind"', 1),
        lambda text: text.replace(b'"title"', b'"heading"', 1),
        lambda text: text.replace(b'"list_price":"25.00"', b'"list_price":"NaN"', 1),
        lambda text: text.replace(b'"list_price":"25.00"', b'"list_price":25.0', 1),
        lambda text: text.replace(b'"catalog"', b'"quote"', 1),
        lambda text: text.replace(b'"format":1', b'"format":999', 1),
        lambda text: text[:-9],
    ],
)
def test_a_damaged_text_is_refused_with_the_same_place(spoil: Callable[[bytes], bytes]) -> None:
    """An unknown field, no number, a number that is no text, a newer format, a torn end."""
    text = spoil(CATALOG.encode(SMALL))
    assert text != CATALOG.encode(SMALL)
    with pytest.raises(UnknownFormat) as expected:
        CATALOG.decode(text)
    with pytest.raises(UnknownFormat) as told:
        read_catalog(text)
    assert told.value.parameters == expected.value.parameters


def test_a_text_of_another_order_is_read() -> None:
    """As somebody may have written it by another program: it is read in one piece."""
    text = CATALOG.encode(SMALL).replace(b'"least":1,"most":0', b'"most":0,"least":1')
    assert text != CATALOG.encode(SMALL)
    assert read_catalog(text) == SMALL
