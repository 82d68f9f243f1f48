"""Finding in catalogues from the window: indexes built beside it, and what comes a little later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.spare_memory import give_back
from app.ui.presenting.catalogue_words import family_name
from catalog.search import CatalogIndex, Found, Typing, similar
from catalog.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.presenting.speaker import Speaker
    from app.ui.tasks import Task, Tasks
    from catalog.product_catalog import CatalogContent

_PAUSE_MS: Final = 150
_KEPT: Final = 2
_ANYTHING: Final = Selection()


class Indexes(QObject):
    """Indexes of the catalogue versions last looked in, shared by the whole window.

    ``built(index)`` says that one is there.
    """

    built = Signal(object)

    def __init__(self, tasks: Tasks, speaker: Speaker, parent: QObject | None = None) -> None:
        """Begin without any; families are found by what the speaker calls them."""
        super().__init__(parent)
        self._tasks = tasks
        self._speaker = speaker
        self._kept: list[tuple[CatalogContent, CatalogIndex]] = []
        self._wanted: CatalogContent | None = None
        self._building = False

    def index_of(self, content: CatalogContent) -> CatalogIndex | None:
        """The index of a content; ``None`` while it is built, as it is from now on."""
        for place, (known, index) in enumerate(self._kept):
            if known is content:
                self._kept.append(self._kept.pop(place))
                return index
        self._wanted = content
        if not self._building:
            self._build(content)
        return None

    def _build(self, content: CatalogContent) -> None:
        self._building = True
        known = {one.family for one in content.offerings}
        families = {family: (family_name(self._speaker, family),) for family in known}

        def keep(index: CatalogIndex) -> None:
            self._building = False
            self._kept = [*self._kept[1 - _KEPT :], (content, index)]
            if self._wanted is not None and self._wanted is not content:
                # Another edit of a draft came in between; only the latest one is worth building.
                self._build(self._wanted)
                return
            self._wanted = None
            self.built.emit(index)

        def build(_task: Task) -> CatalogIndex:
            index = CatalogIndex(content, families)
            give_back()
            return index

        self._tasks.run(build, keep)


class _Question(NamedTuple):
    typed: str
    wanted: Selection
    scores: Mapping[str, int]
    limit: int


class Finder(QObject):
    """Answers one search field.

    ``answered(found)`` brings what could not be said at once: the index had to be built, or
    nothing was found and after a pause something similar is.
    """

    answered = Signal(object)

    def __init__(self, indexes: Indexes, tasks: Tasks, parent: QObject | None = None) -> None:
        """Begin without a catalogue."""
        super().__init__(parent)
        self._indexes = indexes
        self._tasks = tasks
        self._content: CatalogContent | None = None
        self._typing: Typing | None = None
        self._asked: _Question | None = None
        self._running: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_similar)
        indexes.built.connect(self._take)

    @property
    def index(self) -> CatalogIndex | None:
        """The index looked in, if it is there."""
        return self._typing.index if self._typing is not None else None

    def index_of(self, content: CatalogContent) -> CatalogIndex | None:
        """The index looked in, if it is that of a content."""
        return self.index if self._content is content else None

    def look_in(self, content: CatalogContent) -> None:
        """Look in a catalogue version from now on; its index is built if it is not there."""
        if self._content is not content:
            self._content = content
            self._typing = None
            self._take()

    def ask(
        self,
        typed: str,
        wanted: Selection = _ANYTHING,
        scores: Mapping[str, int] | None = None,
        limit: int = 50,
    ) -> Found | None:
        """What ``Typing.find`` finds; ``None`` while the index is built."""
        self.forget()
        self._asked = _Question(typed, wanted, scores or {}, limit)
        return self._answer(self._asked)

    def forget(self) -> None:
        """Want no answer any more."""
        self._asked = None
        self._pause.stop()
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _answer(self, asked: _Question) -> Found | None:
        if self._typing is None:
            return None
        found = self._typing.find(asked.typed, asked.wanted, asked.scores, asked.limit)
        if asked.typed.strip() and not found.hits:
            self._pause.start()
        return found

    def _take(self) -> None:
        """Use the index of the catalogue if it is there, and answer what was asked before."""
        if self._content is None or self._typing is not None:
            return
        index = self._indexes.index_of(self._content)
        if index is None:
            return
        self._typing = Typing(index)
        if self._asked is not None:
            self.answered.emit(self._answer(self._asked))

    def _look_for_similar(self) -> None:
        asked, index = self._asked, self.index
        if asked is None or index is None or not self._tasks.takes_work:
            return

        def look(task: Task) -> Found:
            return similar(index, asked.typed, asked.wanted, asked.limit, task.check)

        def show(found: Found) -> None:
            if self._asked is asked and found.hits:
                self.answered.emit(found)

        self._running = self._tasks.run(look, show)
