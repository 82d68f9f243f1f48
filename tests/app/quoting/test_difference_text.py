"""Differences are told in the reader's language, fields and known words included."""

from __future__ import annotations

import msgspec
import pytest

from app.quoting.difference_text import (
    change_text,
    difference_sentence,
    field_text,
    part_text,
    value_text,
)
from app.translation import Words, load_words
from catalog.bundle import (
    BundleComponent,
    BundledOffering,
    BundleOneTime,
    BundleOption,
    ChildBundle,
    OverageRate,
)
from catalog.characteristic import Characteristic, Choice
from catalog.charge import Allowance, Charge, RegulationPeriod
from catalog.comparison import Change, Difference, Part
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.option_group import GroupMember, OptionGroup
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.selling_points import Fabe, Leaflet, Pitch
from catalog.specification import ProductSpecification
from catalog.tax_class import DatedRate, TaxClass

EN, ZH = load_words("en"), load_words("zh")
STRUCTS = (
    *(Charge, Condition, LocalText, BundleComponent, BundledOffering, BundleOneTime, BundleOption),
    *(OverageRate, ProductOffering, ValidityPeriod, PriceRecord, DatedRate, TaxClass, Allowance),
    *(ChildBundle, GroupMember, OptionGroup),
    *(Characteristic, Choice, Fabe, Leaflet, Pitch, ProductSpecification, RegulationPeriod),
)


def changed(*field: str, old: str = "", new: str = "") -> Difference:
    """A change of a charge."""
    return Difference(Part.CHARGE, "LINE.RENT", Change.CHANGED, field, old, new)


def test_a_change_is_one_sentence() -> None:
    """In both languages."""
    one = changed("list_price", old="25", new="30")
    assert difference_sentence(one, EN) == "Charge LINE.RENT: list price 25 → 30"
    assert difference_sentence(one, ZH) == "资费项 LINE.RENT：目录价 25 → 30"


def test_what_comes_and_goes_is_one_sentence() -> None:
    """Without any field."""
    assert difference_sentence(Difference(Part.BUNDLE, "B1", Change.ADDED), EN) == "Bundle B1 added"
    gone = Difference(Part.OFFERING, "X", Change.WITHDRAWN)
    assert difference_sentence(gone, ZH) == "商品 X 下架"
    assert (part_text(gone.part, EN), change_text(gone.change, EN)) == ("Offering", "withdrawn")


def test_codes_inside_a_field_stand_as_they_are() -> None:
    """Names of fields are translated around them."""
    assert field_text(changed("components", "LINE.RENT", "quantity"), ZH) == (
        "包含内容 · LINE.RENT · 数量"
    )


def test_words_of_ours_are_translated_and_those_of_others_are_not() -> None:
    """A state is a word, a unit is not; nothing is told as such."""
    state = changed("lifecycle", old="on_sale", new="frozen")
    assert value_text(state, state.new, ZH) == "存量"
    assert value_text(changed("segments"), "SMB; ALL", EN) == "SMB、everybody"
    assert value_text(changed("unit"), "month", ZH) == "month"
    assert value_text(changed("unit"), "", EN) == "none"
    assert not value_text(Difference(Part.BUNDLE, "B1", Change.ADDED), "", EN)


@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
def test_every_field_of_a_catalogue_has_a_name(words: Words) -> None:
    """A field added later would be shown by its name in the program."""
    fields = {field.name for kind in STRUCTS for field in msgspec.structs.fields(kind)}
    fields -= {"initials", "pinyin"}
    assert not {name for name in fields if f"difference.field.{name}" not in words}
