"""ListedLines: the lines that a list shows, followed from one edit of a draft to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.differing import differing
from catalog.selection import SortBy, lines_of, ordered, select, select_found, sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.lines import Entry, Lines
    from catalog.product_catalog import CatalogContent, ProductCatalog
    from catalog.selection import Selection


class ListedLines:
    """Lines in the order in which they are shown.

    Attributes:
        lines: What is shown.
        keys: Their keys; the same object for as long as the same lines are shown.
    """

    def __init__(
        self,
        catalog: ProductCatalog,
        wanted: Selection,
        found: Sequence[str] | None = None,
        by: SortBy = SortBy.CATALOGUE,
        *,
        descending: bool = False,
    ) -> None:
        """List what is wanted.

        Args:
            catalog: The catalogue version or draft.
            wanted: What is wanted.
            found: Codes that a search found, the best first; ``None`` without a search.
            by: By what the lines are sorted.
            descending: Whether the largest comes first.
        """
        self._asked = (wanted, found, by, descending)
        self._catalog = catalog
        chosen = (
            select(catalog.content, wanted)
            if found is None
            else select_found(catalog, wanted, found)
        )
        self.lines: Lines = ordered(chosen, by, descending=descending)
        self.keys = self.lines.keys()

    def place_of(self, key: str) -> int:
        """The first place of a key; -1 when it is not shown."""
        # Looked through a few times for each list: an index of all would take a hundred times that.
        try:
            return self.keys.index(key)
        except ValueError:
            return -1

    def after(
        self,
        catalog: ProductCatalog,
        wanted: Selection,
        found: Sequence[str] | None = None,
        by: SortBy = SortBy.CATALOGUE,
        *,
        descending: bool = False,
    ) -> ListedLines:
        """What is shown next; only lines that an edit touched are looked at where that will do."""
        asked = (wanted, found, by, descending)
        if asked == self._asked:
            if catalog is self._catalog:
                return self
            followed = self._followed(catalog)
            if followed is not None:
                return followed
        return ListedLines(catalog, wanted, found, by, descending=descending)

    def _followed(self, catalog: ProductCatalog) -> ListedLines | None:
        """The same lines with those replaced that an edit touched, if it moved none."""
        wanted, _found, by, _descending = self._asked
        old, new = self._catalog.content, catalog.content
        edit = differing(old.offerings, new.offerings)
        if old.bundles is not new.bundles or not edit.in_place:
            return None
        others: list[tuple[int, Entry]] = []
        for former, now in zip(edit.gone, edit.come, strict=True):
            before, after = lines_of(former, wanted), lines_of(now, wanted)
            if former.code != now.code or len(before) != len(after):
                return None
            for one, other in zip(before, after, strict=True):
                if one.key != other.key or sort_key(one, by) != sort_key(other, by):
                    return None
                place = self.place_of(one.key)
                if place >= 0:  # a search may not have found it
                    others.append((place, other))
        made = object.__new__(ListedLines)
        made._asked, made._catalog = self._asked, catalog
        made.lines, made.keys = self.lines.replaced(others), self.keys
        return made


def same_groups(old: CatalogContent, new: CatalogContent) -> bool:
    """Whether families, segments, areas and their counts are surely the same."""
    edit = differing(old.offerings, new.offerings)
    return (
        old.bundles is new.bundles
        and edit.in_place
        and all(
            (former.family, former.segments, former.areas) == (now.family, now.segments, now.areas)
            for former, now in zip(edit.gone, edit.come, strict=True)
        )
    )
