"""PageStrip: small pictures of all pages, to see the whole paper and go to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.ui.pages.studio.page_maker import PageMaker, image_of
from app.ui.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.services.preview import PagePicture, PaperPreview
    from app.ui.tasks import Tasks

_WIDE = 64
_HIGH = 92


class PageStrip(QListWidget):
    """Lists the pages of a paper; ``page_chosen(page)`` when the user goes to one."""

    page_chosen = Signal(int)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Begin empty; pictures are drawn only while the strip is seen."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("All pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(QSize(_WIDE, _HIGH))
        self.setGridSize(QSize(_WIDE + 2 * Space.MD, _HIGH + Space.XXL))
        self.setFixedWidth(_WIDE + 2 * Space.MD + Space.LG)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._maker = PageMaker(tasks, self)
        self._maker.drawn.connect(self._take)
        self._preview: PaperPreview | None = None
        self._drawn: PaperPreview | None = None
        self.currentRowChanged.connect(self._choose)

    @property
    def busy(self) -> bool:
        """Whether pictures are being drawn."""
        return self._maker.busy

    def show_paper(self, preview: PaperPreview | None) -> None:
        """Show the pages of a paper; the old pictures stay until the new ones are there."""
        self._preview = preview
        pages = len(preview.pages) if preview is not None else 0
        while self.count() > pages:
            self.takeItem(self.count() - 1)
        for number in range(self.count(), pages):
            item = QListWidgetItem(str(number + 1))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            told = self.tr("Page {page}").format(page=number + 1)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.addItem(item)
        self._draw()

    def show_page(self, page: int) -> None:
        """Mark the page in sight, without going anywhere."""
        if page != self.currentRow() and page < self.count():
            self.blockSignals(True)
            self.setCurrentRow(page)
            self.blockSignals(False)

    def forget(self) -> None:
        """Draw nothing any more."""
        self._maker.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while nobody looked."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        preview = self._preview
        if preview is None or preview is self._drawn or not self.isVisible() or not preview.pages:
            return
        self._drawn = preview
        first = preview.pages[0]
        scale = min(_WIDE / first.width, _HIGH / first.height) * self.devicePixelRatioF()
        self._maker.draw(preview.pdf, range(len(preview.pages)), scale)

    def _take(self, pdf: bytes, pictures: tuple[PagePicture, ...]) -> None:
        if self._preview is None or pdf is not self._preview.pdf:
            return
        for picture in pictures:
            shown = QPixmap.fromImage(image_of(picture))
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            item = self.item(picture.page)
            if item is not None:
                item.setIcon(QIcon(shown))

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.page_chosen.emit(row)
