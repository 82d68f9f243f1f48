"""The list of hits under a search field: icon, title, code, marks, and the price at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Radius, Type
from app.ui.widgets.painting import RIGHT, Pencil
from app.ui.widgets.row_model import ROOT, Index

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem


ROW_HEIGHT: Final = 48
_PADDING: Final = 10
_TILE: Final = 30


class SearchHit(Struct, frozen=True):
    """One hit.

    Attributes:
        key: What ``chosen`` will say.
        title: First text.
        code: Short identifier, shown before the detail.
        detail: Second text.
        price: Formatted, shown at the right edge; empty shows none.
        unit: What the price is per, quieter, under it.
        icon: Name of an icon of ``resources/icons``.
        badges: Short marks behind the title.
        title_marks: Places of the title that were meant by what was typed, as start and end.
        code_marks: The same of the code.
    """

    key: str
    title: str
    code: str = ""
    detail: str = ""
    price: str = ""
    unit: str = ""
    icon: str = "package"
    badges: tuple[str, ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()
    code_marks: tuple[tuple[int, int], ...] = ()


class _HitModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: tuple[SearchHit, ...] = ()

    def replace(self, hits: tuple[SearchHit, ...]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            texts = (hit.title, *hit.badges, hit.code, hit.detail, hit.price, hit.unit)
            return "，".join(text for text in texts if text)
        return None


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget, model: _HitModel) -> None:
        super().__init__(parent)
        self._pencil = Pencil(current_theme())
        self._model = model

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        _ = option, index
        return QSize(100, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit, pencil = self._model.hits[index.row()], self._pencil
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        rect = option.rect
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        if marked:
            pencil.box(painter, QRectF(rect), "accent_soft", radius=Radius.CONTROL)
        top = rect.y() + (ROW_HEIGHT - _TILE) // 2
        tile = QRectF(rect.x() + _PADDING, top, _TILE, _TILE)
        pencil.box(painter, tile, "surface" if marked else "sunken", radius=Radius.CONTROL)
        color = "accent_text" if marked else "text2"
        pencil.icon(painter, rect.x() + _PADDING + 7, top + 7, hit.icon, color, 16)
        left = rect.x() + _PADDING + _TILE + 12
        right = rect.right() - _PADDING
        price = pencil.width(hit.price, Type.STRONG)
        unit = pencil.width(hit.unit, Type.CAPTION)
        room = right - left - max(price, unit) - 16
        self._texts(painter, hit, QRect(left, rect.y(), room, rect.height()))
        over = QRect(right - price, rect.y() + 6, price, 19)
        middle = QRect(right - price, rect.y(), price, rect.height())
        pencil.text(painter, over if hit.unit else middle, hit.price, Type.STRONG, "text", RIGHT)
        below = QRect(right - unit, rect.y() + 25, unit, 17)
        pencil.text(painter, below, hit.unit, Type.CAPTION, "text3", RIGHT)

    def _texts(self, painter: QPainter, hit: SearchHit, rect: QRect) -> None:
        pencil = self._pencil
        chips = [(badge, pencil.chip_width(badge) - 4) for badge in hit.badges]
        taken = sum(width + 6 for _, width in chips)
        upper = QRect(rect.x(), rect.y() + 6, rect.width() - taken, 19)
        pencil.matches(painter, upper, hit.title, hit.title_marks, Type.MEDIUM)
        x = rect.x() + pencil.text(painter, upper, hit.title, Type.MEDIUM, "text") + 8
        for badge, width in chips:
            place = QRect(x, rect.y() + 7, width, 18)
            pencil.chip(painter, place, badge, "accent_text", "accent_soft", Radius.CELL)
            x += width + 6
        second = "  ·  ".join(text for text in (hit.code, hit.detail) if text)
        lower = QRect(rect.x(), rect.y() + 25, rect.width(), 17)
        pencil.matches(painter, lower, hit.code, hit.code_marks, Type.CAPTION)
        pencil.text(painter, lower, second, Type.CAPTION, "text3")


class HitList(QListView):
    """Shows hits; it never takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        set_role(self, "hits")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Search results"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._hits = _HitModel(self)
        self.setModel(self._hits)
        self.setItemDelegate(_HitDelegate(self, self._hits))
        self.entered.connect(self.setCurrentIndex)

    def set_hits(self, hits: tuple[SearchHit, ...], *, mark_first: bool = True) -> None:
        """Show hits, the first one marked unless nothing was asked for."""
        self._hits.replace(hits)
        if hits and mark_first:
            self.setCurrentIndex(self._hits.index(0, 0))
            self.scrollToTop()

    def hit_at(self, index: Index) -> SearchHit | None:
        """Return the hit at an index; None for an invalid one."""
        return self._hits.hits[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Move the mark; one step past an end comes in at the other, a longer one stops there."""
        count = len(self._hits.hits)
        if not count:
            return
        before = self.currentIndex().row()
        place = before + by if before >= 0 or by > 0 else by  # upwards from nowhere: the last one
        place = place % count if abs(by) == 1 else max(0, min(place, count - 1))
        self.setCurrentIndex(self._hits.index(place, 0))
