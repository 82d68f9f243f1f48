"""PaperView: pages in which text is selected, found and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence, QPainter

from app.ui.tokens import Paper
from app.ui.widgets.page_stack import POINT
from app.ui.widgets.page_view import PageView
from app.ui.widgets.page_words import Passage, Spot, bands, passages_between, place_at, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from app.ui.widgets.page_words import Words


class PaperView(PageView):
    """Shows the pages of a paper with what is selected and what was found."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; ``name`` is what a screen reader calls the pages."""
        super().__init__(name, parent)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._anchor: Spot | None = None
        self.selection: tuple[Passage, ...] = ()
        self.found: tuple[Passage, ...] = ()
        self.found_at = -1

    def show_pages(
        self, pages: Sequence[Words], pictures: Sequence[tuple[int, float, QImage]] = ()
    ) -> None:
        """Show another edition of the pages, in which nothing is selected or found yet."""
        self.selection, self.found, self.found_at, self._anchor = (), (), -1, None
        super().show_pages(pages, pictures)

    def select_all(self) -> None:
        """Select every page."""
        if self.pages:
            self._select(Spot(0, 0), Spot(len(self.pages) - 1, len(self.pages[-1].text)))

    def selected_text(self) -> str:
        """What is selected."""
        return text_of(self.pages, self.selection)

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def show_found(self, found: Sequence[Passage], at: int) -> None:
        """Mark what was found and bring one of it into sight; -1 for none."""
        self.found, self.found_at = tuple(found), at
        if 0 <= at < len(self.found):
            one = self.found[at]
            band = next(bands(self.pages[one.page], one.start, one.end), None)
            if band is not None:
                middle = self.on_view(one.page, band).center().y()
                if not 0 < middle < self.viewport().height():
                    bar = self.verticalScrollBar()
                    bar.setValue(round(bar.value() + middle - self.viewport().height() / 3))
        self.viewport().update()

    def _select(self, first: Spot, second: Spot) -> None:
        self.selection = passages_between(self.pages, first, second)
        self.viewport().update()

    def _spot(self, point: QPointF) -> Spot | None:
        if not self.pages:
            return None
        x = point.x() + self.horizontalScrollBar().value()
        y = point.y() + self.verticalScrollBar().value()
        page = self.stack.page_at(y)
        rect, scale = self.stack.pages[page], self.stack.zoom * POINT
        place = place_at(self.pages[page], (x - rect.left()) / scale, (y - rect.top()) / scale)
        return Spot(page, place)

    # ------------------------------------------------------------ events

    def paint_marks(self, painter: QPainter) -> None:
        """Draw what is found and selected like ink of a marker."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for place, passage in enumerate(self.found):
            here = place == self.found_at
            self._mark(painter, passage, QColor(Paper.FOUND_HERE if here else Paper.FOUND))
        for passage in self.selection:
            self._mark(painter, passage, QColor(Paper.SELECTED))

    def _mark(self, painter: QPainter, passage: Passage, color: QColor) -> None:
        if passage.page in self.in_sight():
            for band in bands(self.pages[passage.page], passage.start, passage.end):
                painter.fillRect(self.on_view(passage.page, band), color)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._anchor = self._spot(event.position())
            self.selection = ()
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the mouse."""
        spot = self._spot(event.position())
        if self._anchor is not None and spot is not None:
            self._select(self._anchor, spot)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End to select."""
        self._anchor = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and select by keyboard."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            super().keyPressEvent(event)
