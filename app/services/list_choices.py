"""How the user has arranged lists: columns, sorting, saved views; a small file beside the settings.

It is a convenience: one that cannot be read counts as empty, and the next change writes it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import FileError
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import lists_file
from catalog.known_type import known

if TYPE_CHECKING:
    from pathlib import Path


T = TypeVar("T")


class ColumnLook(msgspec.Struct, frozen=True):
    """Columns of one list as the user wants them; what is not named is as usual.

    Attributes:
        order: Identifiers of the columns from left to right; empty for the usual order.
        shown: Columns shown although they are usually hidden, or in narrow windows.
        hidden: Columns hidden although they are usually shown.
        widths: Widths in logical pixels.
        sort: Column by which the rows are sorted; empty for the usual order.
        descending: Whether the largest comes first.
    """

    order: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    widths: dict[str, int] = {}
    sort: str = ""
    descending: bool = False


class SavedView(msgspec.Struct, frozen=True):
    """A list as somebody wants to see it again.

    Attributes:
        id: Unique within its list; those of the program begin with ``:``.
        name: For people; empty for those of the program, whose names are texts of the window.
        wants: What is wanted of each facet, by its identifier; a missing facet wants everything.
        typed: What is typed into the search field.
        look: Columns and sorting.
    """

    id: str
    name: str = ""
    wants: dict[str, tuple[str, ...]] = {}
    typed: str = ""
    look: ColumnLook = ColumnLook()


class ListChoices(msgspec.Struct, frozen=True):
    """What is kept of all lists, by the name of the list.

    Attributes:
        looks: Columns and sorting.
        views: Views that the user saved, the latest at the end.
        first: Identifier of the view that a list begins with.
    """

    looks: dict[str, ColumnLook] = {}
    views: dict[str, tuple[SavedView, ...]] = {}
    first: dict[str, str] = {}

    def with_look(self, name: str, look: ColumnLook) -> ListChoices:
        """The same with other columns of a list; those that are as usual are not kept."""
        looks = {known: one for known, one in self.looks.items() if known != name}
        if look != ColumnLook():
            looks[name] = look
        return msgspec.structs.replace(self, looks=looks)

    def with_view(self, name: str, view: SavedView) -> ListChoices:
        """The same with a view of a list, in the place of the one with its identifier."""
        before = self.views.get(name, ())
        known = any(one.id == view.id for one in before)
        after = tuple(view if one.id == view.id else one for one in before)
        return self._with_views(name, after if known else (*before, view))

    def without_view(self, name: str, view_id: str) -> ListChoices:
        """The same without a view of a list; a list that began with it begins as usual."""
        left = tuple(one for one in self.views.get(name, ()) if one.id != view_id)
        first = {known: one for known, one in self.first.items() if (known, one) != (name, view_id)}
        return msgspec.structs.replace(self._with_views(name, left), first=first)

    def beginning_with(self, name: str, view_id: str) -> ListChoices:
        """The same with a list that begins with a view; an empty identifier: as usual."""
        first = {known: one for known, one in self.first.items() if known != name}
        if view_id:
            first[name] = view_id
        return msgspec.structs.replace(self, first=first)

    def merged(self, begun: ListChoices, stored: ListChoices) -> ListChoices:
        """What was chosen since ``begun``, upon what another window ``stored`` meanwhile.

        A view that the other window saved stays, whatever became of others of its list here.
        """
        views = _upon(begun.views, self.views, stored.views)
        for name, others in stored.views.items():
            known = {one.id for one in (*begun.views.get(name, ()), *views.get(name, ()))}
            added = tuple(one for one in others if one.id not in known)
            if added:
                views[name] = (*views.get(name, ()), *added)
        return ListChoices(
            _upon(begun.looks, self.looks, stored.looks),
            views,
            _upon(begun.first, self.first, stored.first),
        )

    def _with_views(self, name: str, views: tuple[SavedView, ...]) -> ListChoices:
        kept = {known: some for known, some in self.views.items() if known != name}
        if views:
            kept[name] = views
        return msgspec.structs.replace(self, views=kept)


def _upon(begun: dict[str, T], wanted: dict[str, T], stored: dict[str, T]) -> dict[str, T]:
    """The entries that are stored, but those wanted where they differ from how it began."""
    names = (*stored, *(name for name in wanted if name not in stored))
    chosen = {
        name: stored.get(name) if wanted.get(name) == begun.get(name) else wanted.get(name)
        for name in names
    }
    return {name: value for name, value in chosen.items() if value is not None}


class ListStore:
    """Reads and writes the choices of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the data folder; it is made at the first save."""
        self._file = lists_file(folder)

    def load(self) -> ListChoices:
        """What was chosen."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=known(ListChoices))
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return ListChoices()

    def change(self, begun: ListChoices, wanted: ListChoices) -> ListChoices:
        """Keep what was chosen, and what another window stored meanwhile; gives both.

        Raises:
            StorageError: The file could not be written.
        """
        merged = wanted.merged(begun, self.load()) if self._file.exists() else wanted
        self.save(merged)
        return merged

    def save(self, choices: ListChoices) -> None:
        """Keep other choices.

        Raises:
            StorageError: The file could not be written.
        """
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, msgspec.json.encode(choices))
        except FileError as failure:
            reason = failure.parameters["reason"]
            raise storage_error(self._file, reason, failure.parameters["detail"]) from failure
        except OSError as failure:
            raise storage_error(self._file, "folder", failure.strerror) from failure
