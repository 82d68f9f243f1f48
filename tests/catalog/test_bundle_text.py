"""Bundles and price records as text: what is written is what is read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from app.services.import_catalog import BundleFile
from catalog.bundle_text import HEADING, bundles_text
from catalog.local_text import LocalText
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from tests.builders import a_bundle
from tests.catalog.tmf620.samples import full_content
from tests.sample import sample_import


def read(text: str) -> BundleFile:
    """As the import reads it."""
    return msgspec.toml.decode(text, type=BundleFile)


def test_every_field_comes_back() -> None:
    """Of bundles and records in which none has its usual value."""
    content = full_content()
    text = bundles_text(content.bundles, content.price_records)
    assert read(text) == BundleFile(content.bundles, content.price_records)
    assert bundles_text(read(text).bundle, read(text).price_record) == text


def test_the_sample_comes_back() -> None:
    """But for the initials, which an import works out."""
    bundles = tuple(
        msgspec.structs.replace(bundle, initials="", pinyin="")
        for bundle in sample_import().accepted().bundles
    )
    text = bundles_text(sample_import().accepted().bundles)
    assert "initials" not in text
    assert read(text).bundle == bundles
    assert bundles_text(read(text).bundle) == text


def test_a_person_can_go_on_writing_it() -> None:
    """A part a line, prices as texts, nothing that has its usual value."""
    record = PriceRecord("r1", "LINE.RENT", Decimal("22.00"), ValidityPeriod(date(2026, 10, 1)))
    bundle = a_bundle("199.00", (("LINE.RENT", 10), ("NET.RENT", 1)), segments=("SMB", "KEY"))
    assert bundles_text([bundle], [record]) == (
        HEADING
        + """
[[bundle]]
code = "PACK"
name = { zh = "套餐", en = "pack" }
segments = ["SMB", "KEY"]
price = "199.00"
term = 12
components = [
    { charge = "LINE.RENT", quantity = 10 },
    { charge = "NET.RENT", quantity = 1 },
]

[[price_record]]
id = "r1"
charge = "LINE.RENT"
unit_price = "22.00"
valid = { first = 2026-10-01 }
"""
    )


@pytest.mark.parametrize(
    "text",
    [
        'a "b" \\ c',
        "line\nbreak\ttab\r",
        "\x00\x1f\x7f",
        "\u202e\u00a0\ufeff",
        "😀 七个一",
        "'''",
        "#",
    ],
)
def test_any_text_comes_back(text: str) -> None:
    """Whatever characters a name has."""
    bundle = msgspec.structs.replace(a_bundle(), name=LocalText(text))
    assert read(bundles_text([bundle])).bundle == (bundle,)


def test_no_bundles_are_an_empty_list() -> None:
    """The import refuses a file that does not even name them."""
    assert read(bundles_text([])) == BundleFile(())
    records = full_content().price_records
    assert read(bundles_text([], records)) == BundleFile((), records)


def test_a_price_is_written_without_an_exponent() -> None:
    """As a person writes it."""
    assert 'price = "1000"' in bundles_text([a_bundle("1E+3")])
