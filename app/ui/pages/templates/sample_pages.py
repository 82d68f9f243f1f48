"""SamplePages: the pages of a template filled with the sample customer, as small pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.ui.latest import Latest
from app.ui.tokens import Space

if TYPE_CHECKING:
    from app.services.preview import PagePicture
    from app.ui.tasks import Tasks

_WIDE, _HIGH = 150, 212
_SCALE = 0.25
_MOST = 12
"""Pages that are drawn; what a template looks like is seen by then."""


class SamplePages(QListWidget):
    """Shows the first pages of a PDF side by side."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages with the sample customer"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(QSize(_WIDE, _HIGH))
        self.setGridSize(QSize(_WIDE + Space.LG, _HIGH + Space.XXL))
        self.setFixedHeight(_HIGH + Space.XXL + Space.LG)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._drawn: Latest[tuple[PagePicture, ...]] = Latest(tasks, self._take)
        self._pdf = b""

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of a PDF; an empty one shows nothing."""
        if pdf is self._pdf:
            return
        self._pdf = pdf
        self.clear()
        if not pdf:
            return
        scale = _SCALE * self.devicePixelRatioF()

        def work() -> tuple[PagePicture, ...]:
            from app.services.preview import draw_pages
            from app.services.print_set import page_sizes

            return draw_pages(pdf, range(min(len(page_sizes(pdf)), _MOST)), scale)

        self._drawn.look_up(work)

    def _take(self, pictures: tuple[PagePicture, ...]) -> None:
        self.clear()
        for picture in pictures:
            image = QImage(
                picture.data,
                picture.width,
                picture.height,
                picture.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            shown = QPixmap.fromImage(image)
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            item = QListWidgetItem(QIcon(shown), str(picture.page + 1))
            told = self.tr("Page {page}").format(page=picture.page + 1)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.addItem(item)
