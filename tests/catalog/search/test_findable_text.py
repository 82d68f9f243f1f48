"""What is found beside code and names."""

from __future__ import annotations

import msgspec

from catalog.characteristic import Characteristic, Choice
from catalog.local_text import LocalText
from catalog.search.findable_text import family_words, folded_lines, names_of, text_of
from catalog.selling_points import Pitch
from tests.builders import a_bundle, a_charge, a_group, an_offering


def test_a_missing_chinese_name_is_the_english_one() -> None:
    """So that its length can be compared."""
    offering = an_offering()
    assert names_of(offering) == ("产品line", "offering line")
    english = msgspec.structs.replace(offering, name=LocalText("", "Line"))
    assert names_of(english) == ("line", "")


def test_families_are_found_by_code_and_by_name() -> None:
    """In every language given; one that we have no name for by its code."""
    words = family_words({"NET": ("上网", "Internet")})
    assert words == {"NET": "net\t上网\tinternet"}
    assert text_of(an_offering(family="NET"), words).startswith("net\t上网\tinternet\t")
    assert text_of(an_offering(family="X"), words).startswith("x\t")


def test_charges_pitch_and_characteristics_are_found() -> None:
    """Each a text of its own."""
    speed = Characteristic("speed", LocalText("速率"), choices=(Choice("2", LocalText("两兆")),))
    offering = an_offering(
        a_charge("L.RENT"),
        pitch=Pitch(example=LocalText("例如 银行")),
        characteristics=(speed,),
    )
    assert text_of(offering, {}).split("\t") == [
        *("voice", "l.rent", "rent", "例如 银行", "速率", "两兆")
    ]


def test_a_bundle_is_found_by_its_conditions_groups_and_filing() -> None:
    """It has no family."""
    bundle = a_bundle(
        condition_text=LocalText("新入网"), groups=(a_group(),), filing_number="沪2026-1"
    )
    assert text_of(bundle, {}).split("\t") == ["沪2026-1", "新入网", "选项", "options"]


def test_lines_are_folded_apart() -> None:
    """No word is found across two texts."""
    assert folded_lines(["Ａ b", "C\n d"]) == "a b\tc d"
