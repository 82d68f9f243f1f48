"""What a search gives: the hits, and whether there are more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.bundle import BundledOffering
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from catalog.search.index import CatalogIndex


class SearchHit(msgspec.Struct, frozen=True):
    """One offering or bundle found.

    Attributes:
        code: Its code.
        name: Its name.
        is_bundle: Whether it is a bundle.
        family: Product family; empty for a bundle.
    """

    code: str
    name: LocalText
    is_bundle: bool
    family: str


class Found(NamedTuple):
    """What was found.

    Attributes:
        hits: The best ones, the best first.
        more: Whether there are more than these.
        similar: Whether they are only like what was typed.
    """

    hits: tuple[SearchHit, ...] = ()
    more: bool = False
    similar: bool = False

    @property
    def counted(self) -> str:
        """How many there are, for people: ``12`` or ``50+``."""
        return f"{len(self.hits)}+" if self.more else str(len(self.hits))


def hit_of(index: CatalogIndex, row: int) -> SearchHit:
    """What stands in a row."""
    sold = index.rows[row]
    if isinstance(sold, BundledOffering):
        return SearchHit(sold.code, sold.name, is_bundle=True, family="")
    return SearchHit(sold.code, sold.name, is_bundle=False, family=sold.family)
