"""PageMaker: draws a paper and its pages beside the window; the newest wish wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.preview import PagePicture, PaperPreview
    from app.ui.tasks import Task, Tasks


class Drawn(NamedTuple):
    """A paper with the pictures of some of its pages.

    Attributes:
        preview: The paper.
        pictures: Of the pages that were in sight when it was asked for.
    """

    preview: PaperPreview
    pictures: tuple[PagePicture, ...]


class _Sight(NamedTuple):
    """Which pages are wanted, with how many pixels per point."""

    pages: tuple[int, ...]
    scale: float


class PageMaker(QObject):
    """Makes one paper at a time; what is wished for meanwhile comes next, and only the last of it.

    * ``made(drawn)``: a paper with the pages in sight. * ``failed(failure)``.
    * ``drawn(pdf, pictures)``: more pages of a paper that was made.
    """

    made = Signal(object)
    failed = Signal(object)
    drawn = Signal(object, tuple)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        """Work on the threads of the window."""
        super().__init__(parent)
        self._tasks = tasks
        self._making: Task | None = None
        self._drawing: Task | None = None
        self._next: tuple[Callable[[], PaperPreview], _Sight] | None = None
        self._then: tuple[bytes, _Sight] | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is being drawn."""
        return self._making is not None or self._drawing is not None

    def make(self, work: Callable[[], PaperPreview], pages: Sequence[int], scale: float) -> None:
        """Make a paper, then the pictures of the pages in sight.

        Args:
            work: Called on a thread.
            pages: In sight.
            scale: Pixels per point.
        """
        self._next = (work, _Sight(tuple(pages), scale))
        self._begin()

    def draw(self, pdf: bytes, pages: Sequence[int], scale: float) -> None:
        """Draw more pages of a paper."""
        self._then = (pdf, _Sight(tuple(pages), scale))
        self._begin_drawing()

    def forget(self) -> None:
        """Make nothing any more; what is under way is dropped."""
        self._next = self._then = None
        for task in (self._making, self._drawing):
            if task is not None:
                task.cancel()
        self._making = self._drawing = None

    def _begin(self) -> None:
        if self._making is not None or self._next is None or not self._tasks.takes_work:
            return
        (work, sight), self._next = self._next, None

        def make(_task: Task) -> Drawn:
            from app.services.preview import draw_pages

            preview = work()
            return Drawn(preview, draw_pages(preview.pdf, sight.pages or (0,), sight.scale))

        self._making = self._tasks.run(make, self._take, self._fail)

    def _take(self, drawn: Drawn) -> None:
        self._making = None
        self.made.emit(drawn)
        self._begin()

    def _fail(self, failure: Exception) -> None:
        self._making = None
        self.failed.emit(failure)
        self._begin()

    def _begin_drawing(self) -> None:
        if self._drawing is not None or self._then is None or not self._tasks.takes_work:
            return
        (pdf, sight), self._then = self._then, None

        def draw(_task: Task) -> tuple[PagePicture, ...]:
            from app.services.preview import draw_pages

            return draw_pages(pdf, sight.pages, sight.scale)

        self._drawing = self._tasks.run(draw, lambda pictures: self._take_more(pdf, pictures))

    def _take_more(self, pdf: bytes, pictures: tuple[PagePicture, ...]) -> None:
        self._drawing = None
        self.drawn.emit(pdf, pictures)
        self._begin_drawing()


def image_of(picture: PagePicture) -> QImage:
    """A picture for the screen."""
    return QImage(
        picture.data,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_RGB32,
    ).copy()
