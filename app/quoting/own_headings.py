"""Which headings of a quote are whole options, told apart as a reader does; their items together.

On paper a name, the same with a space, in full width or with a Greek or Cyrillic letter of the same
look are one heading, and what stands under it is one option. What stands under a heading of the
offer, or under none that can be seen, is not taken in the place of the rest: it may be added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Headed(Protocol):
    """An item of a quote or of its paper, as far as options are told by it."""

    @property
    def id(self) -> str:
        """Identifier, unique in the quote."""

    @property
    def section(self) -> str:
        """Heading that it stands under, as it was written; may be empty."""

    @property
    def optional(self) -> bool:
        """Whether the customer may leave it."""


_Item = TypeVar("_Item", bound=Headed)


class OptionGroup(NamedTuple, Generic[_Item]):
    """What may be chosen in the place of the offer, or of its bundles.

    Attributes:
        heading: As it was first written; empty for a bundle without a heading of its own.
        items: In their order; never empty.
    """

    heading: str
    items: tuple[_Item, ...]


def option_groups(
    items: Sequence[_Item], is_bundle: Callable[[_Item], bool]
) -> tuple[OptionGroup[_Item], ...]:
    """Optional items by what a customer chooses together, in printed order.

    Args:
        items: Of a quote or paper.
        is_bundle: Whether an item is a bundle, which is chosen without a heading too.
    """
    whole = own_headings(items)
    groups: dict[str, list[_Item]] = {}
    for item in items:
        if item.optional and item.section in whole:
            groups.setdefault(looks(item.section), []).append(item)
        elif item.optional and is_bundle(item):
            groups[f"\0{item.id}"] = [item]
    return tuple(
        OptionGroup("" if key.startswith("\0") else group[0].section, tuple(group))
        for key, group in groups.items()
    )


def own_headings(items: Iterable[Headed]) -> frozenset[str]:
    """Headings of optional items that are whole options, in every way they are written.

    Args:
        items: Of a quote; without a firm one nothing is an option of its own.
    """
    firm: set[str] = set()
    optional: set[str] = set()
    any_firm = False
    for item in items:
        any_firm = any_firm or not item.optional
        (optional if item.optional else firm).add(item.section)
    if not any_firm:
        return frozenset()
    taken = {"", *(looks(heading) for heading in firm)}
    return frozenset(heading for heading in optional if looks(heading) not in taken)


def _letters(others: str, latin: str) -> dict[int, str]:
    return dict(zip(map(ord, others), latin, strict=True))


_LOOK_ALIKE: dict[int, str | None] = {
    **_letters("АВЕЅІЈКМНОРСТУҮХԚԜ", "ABESIJKMHOPCTYYXQW"),
    **_letters("аеѕіјорсухһԛԝ", "aesijopcyxhqw"),
    **_letters("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳνορ", "ABEZHIKMNOPTYXCjvop"),
    **dict.fromkeys((0x034F, 0x115F, 0x1160, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
}
"""Greek and Cyrillic letters that Unicode lists as Latin ones (UTS #39, ``confusables.txt``: those
drawn alike in every common face), and signs that draw nothing though they are no format signs."""


def looks(heading: str) -> str:
    """What is left of a heading for the eye: no spaces, widths, case, alphabet or unseen signs."""
    if heading.isascii():
        return "".join(heading.split()).casefold()
    plain = normalize("NFKC", heading).translate(_LOOK_ALIKE).casefold()
    return "".join(one for one in plain if category(one)[0] not in "CZ")
