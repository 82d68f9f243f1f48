"""PageView: pages as pictures that one scrolls and zooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Paper
from app.ui.widgets.page_stack import POINT, Stack, next_zoom, stacked, zoom_to_fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from app.ui.widgets.page_stack import Fit
    from app.ui.widgets.page_words import Words

_LINE = 40


class _Picture(NamedTuple):
    """A page that was drawn: of which edition, with how many pixels per point."""

    edition: int
    scale: float
    image: QImage


class PageView(QAbstractScrollArea):
    """Shows the pages of a paper; a page keeps its old picture until the new one is there.

    * ``pictures_wanted()``: pages in sight have no picture of this edition and size.
    * ``page_changed(page)``: another page is in the middle. * ``zoomed(zoom)``.
    """

    pictures_wanted = Signal()
    page_changed = Signal(int)
    zoomed = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; ``name`` is what a screen reader calls the pages."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.fit: Fit = "width"
        self._free = 1.0
        self.pages: tuple[Words, ...] = ()
        self.edition = 0
        self._pictures: dict[int, _Picture] = {}
        self.stack = Stack(1.0, (), 0, 0)
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._moved)
        current_theme().changed.connect(self.viewport().update)

    # ------------------------------------------------------------ showing

    def show_pages(
        self, pages: Sequence[Words], pictures: Sequence[tuple[int, float, QImage]] = ()
    ) -> None:
        """Show another edition of the pages; the place in sight stays.

        Args:
            pages: Their sizes and words.
            pictures: Of some of them: which, its pixels per point, the picture.
        """
        self.edition += 1
        self.pages = tuple(pages)
        self._pictures = {page: one for page, one in self._pictures.items() if page < len(pages)}
        for page, scale, image in pictures:
            self._pictures[page] = _Picture(self.edition, scale, image)
        self._lay_out()

    def take_pictures(self, pictures: Sequence[tuple[int, float, QImage]]) -> None:
        """Show more pictures of this edition."""
        for page, scale, image in pictures:
            self._pictures[page] = _Picture(self.edition, scale, image)
        self.viewport().update()

    def forget(self) -> None:
        """Show nothing."""
        self._pictures.clear()
        self.show_pages(())

    @property
    def scale(self) -> float:
        """Pixels of the screen per point."""
        return self.stack.zoom * POINT * self.devicePixelRatioF()

    @property
    def zoom(self) -> float:
        """1 is the size of the paper."""
        return self.stack.zoom

    def in_sight(self) -> tuple[int, ...]:
        """The pages of which something is seen."""
        top = self.verticalScrollBar().value()
        return self.stack.between(top, top + self.viewport().height())

    def missing(self) -> tuple[int, ...]:
        """The pages in sight without a picture of this edition and size."""
        return tuple(page for page in self.in_sight() if not self._is_current(page))

    def _is_current(self, page: int) -> bool:
        known = self._pictures.get(page)
        return known is not None and known.edition == self.edition and known.scale == self.scale

    def _lay_out(self) -> None:
        room = self.viewport().size()
        zoom = zoom_to_fit(self.pages, self.fit, self._free, (room.width(), room.height()))
        changed = zoom != self.stack.zoom
        self.stack = stacked(self.pages, zoom, room.width())
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(self.stack.width) - room.width()))
        across.setPageStep(room.width())
        along.setRange(0, max(0, round(self.stack.height) - room.height()))
        along.setPageStep(room.height())
        along.setSingleStep(_LINE)
        across.setSingleStep(_LINE)
        self.viewport().update()
        if changed:
            self.zoomed.emit(zoom)
        self._moved()

    def _moved(self) -> None:
        self.viewport().update()
        page = self.stack.page_at(self.verticalScrollBar().value() + self.viewport().height() / 2)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        if self.missing():
            self.pictures_wanted.emit()

    @property
    def page(self) -> int:
        """The page in the middle, counted from 0."""
        return self._page

    def go_to_page(self, page: int) -> None:
        """Bring a page into sight, unless it is in the middle."""
        if page < len(self.stack.pages) and page != self._page:
            self.verticalScrollBar().setValue(round(self.stack.pages[page].top()) - _LINE // 4)

    # ------------------------------------------------------------ zoom

    def fit_to(self, fit: Fit) -> None:
        """Fit the width or a whole page."""
        self.fit = fit
        self._keeping_place(None)

    def zoom_by(self, by: int, about: QPointF | None = None) -> None:
        """Zoom a step in (1) or out (-1) about a point of the view."""
        self._free = next_zoom(self.stack.zoom, by)
        self.fit = "free"
        self._keeping_place(about)

    def zoom_to(self, zoom: float) -> None:
        """Zoom to a size; 1 is that of the paper."""
        self._free, self.fit = zoom, "free"
        self._keeping_place(None)

    def _keeping_place(self, about: QPointF | None) -> None:
        """Lay out anew so that what is under a point stays there."""
        point = about or QPointF(self.viewport().width() / 2, 0)
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        across, along = bars[0].value() + point.x(), bars[1].value() + point.y()
        before = self.stack
        self._lay_out()
        factor = self.stack.height / before.height if before.height else 1.0
        bars[0].setValue(round(across * factor - point.x()))
        bars[1].setValue(round(along * factor - point.y()))

    # ------------------------------------------------------------ places

    def on_view(self, page: int, band: tuple[float, float, float, float]) -> QRectF:
        """A box of a page, in logical pixels of the view."""
        scale, rect = self.stack.zoom * POINT, self.stack.pages[page]
        left, top, right, bottom = (edge * scale for edge in band)
        moved = rect.topLeft() - QPointF(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )
        return QRectF(moved.x() + left, moved.y() + top, right - left, bottom - top)

    # ------------------------------------------------------------ events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("canvas"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.in_sight():
            size = self.pages[page]
            rect = self.on_view(page, (0, 0, size.width, size.height))
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), theme.color("border_strong"))
            painter.fillRect(rect, QColor(Paper.SHEET))
            known = self._pictures.get(page)
            if known is not None:
                painter.drawImage(rect, known.image)
        self.paint_marks(painter)
        painter.end()

    def paint_marks(self, painter: QPainter) -> None:
        """Draw what lies over the pages; nothing here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl about the mouse."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_by(1 if turned > 0 else -1, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom and scroll by keyboard."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.ZoomIn) or event.key() == Qt.Key.Key_Plus:
            self.zoom_by(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or event.key() == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
