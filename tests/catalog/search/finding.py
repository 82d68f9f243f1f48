"""A plain look at every record, by which the index is judged; small catalogues at random."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import strategies as st

from catalog.bundle import BundledOffering
from catalog.charge import ChargeType
from catalog.local_text import LocalText
from catalog.offering import Lifecycle, ProductOffering
from catalog.selection import BUNDLES, Selection, select
from tests.builders import a_bundle, a_charge, a_content, an_offering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.product_catalog import CatalogContent

Sold = ProductOffering | BundledOffering
SYLLABLES = {
    "宽": "kuan",
    "带": "dai",
    "专": "zhuan",
    "线": "xian",
    "安": "an",
    "西": "xi",
    "大": "da",
}
CODES = st.text(alphabet="ABK19", min_size=1, max_size=3)
NAMES = st.text(alphabet="宽带专线安西大aＢ1 ", max_size=7)
TYPED = st.text(alphabet="宽带专线西xiandkuzhb1A ＡＢ", max_size=7)
WANTED = st.builds(
    Selection,
    family=st.sampled_from(("", "", "VOICE", "INET", BUNDLES)),
    segment=st.sampled_from(("", "SMB", "GOV")),
    kind=st.none() | st.sampled_from(list(ChargeType)),
    lowest=st.none() | st.sampled_from((Decimal(0), Decimal(100))),
    highest=st.none() | st.sampled_from((Decimal(50), Decimal(500))),
    lifecycle=st.none() | st.sampled_from((Lifecycle.ON_SALE, Lifecycle.FROZEN)),
    area=st.sampled_from(("", "上海", "北京")),
)


def fold(text: str) -> str:
    """Without differences of case, width and layout."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def spelled(name: str) -> str:
    """Syllables of a name of the alphabet above."""
    return " ".join(SYLLABLES.get(c, c) for c in fold(name) if c != " ")


@st.composite
def contents(draw: st.DrawFn) -> CatalogContent:
    """Some offerings and bundles, some without pinyin, as older catalogues have them."""
    codes = draw(st.lists(CODES, min_size=1, max_size=8, unique_by=str.casefold))
    offerings, bundles = [], []
    for code in codes:
        name = draw(NAMES)
        syllables = spelled(name)
        fields: dict[str, Any] = {
            "initials": "".join(part[0] for part in syllables.split()),
            "pinyin": syllables if draw(st.booleans()) else "",
            "segments": draw(st.sampled_from((("ALL",), ("SMB",), ("GOV",)))),
        }
        local = LocalText(name, draw(st.sampled_from(("", "line", "Big LINE"))))
        if draw(st.integers(0, 4)) == 0:
            bundle = a_bundle(draw(st.sampled_from(("9", "199"))), code=code, **fields)
            bundles.append(msgspec.structs.replace(bundle, name=local))
            continue
        offering = an_offering(
            a_charge(f"{code}.RENT", draw(st.sampled_from(("25.00", "100.00")))),
            family=draw(st.sampled_from(("VOICE", "INET"))),
            benefit=LocalText(draw(st.sampled_from(("", "大带宽", "1A")))),
            lifecycle=draw(st.sampled_from((Lifecycle.ON_SALE, Lifecycle.FROZEN))),
            areas=draw(st.sampled_from(((), ("上海",), ("上海", "北京")))),
            **fields,
        )
        offerings.append(msgspec.structs.replace(offering, name=local))
    content = a_content(*offerings, bundles=bundles)
    return msgspec.structs.replace(content, offerings=tuple(offerings))


def sold_of(content: CatalogContent) -> list[Sold]:
    """Every offering and bundle."""
    sold: list[Sold] = [*content.offerings]
    sold.extend(content.bundles)
    return sold


def looked_at_one_by_one(
    content: CatalogContent, typed: str, wanted: Selection, scores: Mapping[str, int]
) -> list[str]:
    """The codes that should be found, in order: each record is looked at with each word."""
    words = fold(typed).split()
    keys = {line.key for line in select(content, wanted)}
    ranked = []
    for sold in sold_of(content):
        own = (
            {charge.code for charge in sold.charges}
            if not isinstance(sold, BundledOffering)
            else {sold.code}
        )
        fits = [_fit(sold, word) for word in words]
        if not own & keys or None in fits:
            continue
        worst = max(fit for fit in fits if fit is not None)
        if len(set(words)) > 1:
            worst = next(group for group in (3, 5, 6) if worst <= group)
        name = fold(sold.name.zh) or fold(sold.name.en)
        ranked.append((worst, -scores.get(sold.code, 0), len(name), sold.code))
    return [code for *_, code in sorted(ranked)]


def _fit(sold: Sold, word: str) -> int | None:
    code, names = fold(sold.code), [fold(sold.name.zh), fold(sold.name.en)]
    if code.startswith(word):
        return 0 if code == word else 1
    if any(name.startswith(word) for name in names):
        return 2
    if word in code or any(word in name for name in names):
        return 3
    return _spelling_fit(sold, word)


def _spelling_fit(sold: Sold, word: str) -> int | None:
    """In the pinyin, or else in the other texts."""
    syllables = sold.pinyin.split() or list(sold.initials)
    if word.isascii() and word.isalnum():
        if "".join(one[0] for one in syllables).startswith(word):
            return 4
        if any(_spells(word, syllables[start:]) for start in range(len(syllables))):
            return 5
    return 6 if any(word in fold(text) for text in _texts(sold)) else None


def _spells(word: str, syllables: list[str]) -> bool:
    """Whether a word is made of beginnings of the syllables, one after the other."""
    if not word:
        return True
    return bool(syllables) and any(
        word[:length] == syllables[0][:length] and _spells(word[length:], syllables[1:])
        for length in range(1, min(len(word), len(syllables[0])) + 1)
    )


def _texts(sold: Sold) -> list[str]:
    if isinstance(sold, BundledOffering):
        return []
    charges = [text for charge in sold.charges for text in (charge.code, charge.name.zh)]
    return [sold.family, sold.benefit.zh, *charges]
