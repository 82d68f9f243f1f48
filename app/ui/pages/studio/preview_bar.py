"""PreviewBar: which paper is shown, in which language and how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenting.paper_names import paper_name
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_icon_button, make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker

_CHOICE = 150


class PreviewBar(QFrame):
    """Three rows of controls.

    * ``chosen()``: another paper or language. * ``zoom_wanted(by)``: a step in or out.
    * ``fit_wanted(fit)``: ``width`` or ``page``. * ``find_wanted()``. * ``print_wanted()``.
    * ``save_wanted()``, ``copy_wanted()``, ``mail_wanted()``: with the paper that is shown.
    * ``closed()``.
    """

    chosen = Signal()
    zoom_wanted = Signal(int)
    fit_wanted = Signal(str)
    find_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    copy_wanted = Signal()
    mail_wanted = Signal()
    closed = Signal()

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without papers."""
        super().__init__(parent)
        self._speaker = speaker
        self.papers = QComboBox()
        self.papers.setAccessibleName(self.tr("Paper shown"))
        self.papers.setMinimumWidth(_CHOICE)
        self.papers.currentIndexChanged.connect(self._choose)
        self.language = Segmented(
            (("zh", "中文"), ("en", "EN")), "zh", self.tr("Language of the paper")
        )
        self.language.chosen.connect(lambda _chosen: self.chosen.emit())
        self._page = make_label("", "caption")
        self._zoom = make_label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SM, Space.SM, Space.SM, Space.SM)
        column.setSpacing(Space.XS)
        column.addLayout(self._first_row())
        column.addLayout(self._handing_on())
        column.addLayout(self._page_row())

    def _first_row(self) -> QHBoxLayout:
        self.close_button = make_icon_button("x", self.tr("Close the preview (Ctrl+Shift+P)"))
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        row.addWidget(self.papers, 1)
        row.addWidget(self.close_button)
        self.top = row
        return row

    def _handing_on(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        row.addWidget(self.language)
        row.addStretch()
        tools = {
            "save": (self.tr("Write the paper and save it as…"), self.save_wanted),
            "copy": (self.tr("Write the paper and copy its files"), self.copy_wanted),
            "mail": (self.tr("Write the paper and e-mail it to the customer"), self.mail_wanted),
        }
        self.hand_on = {}
        for icon, (name, wanted) in tools.items():
            button = self.hand_on[icon] = make_icon_button(icon, name)
            button.clicked.connect(wanted)
            row.addWidget(button)
        return row

    def _page_row(self) -> QHBoxLayout:
        out = make_icon_button("minus", self.tr("Smaller (Ctrl+wheel)"))
        into = make_icon_button("plus", self.tr("Larger (Ctrl+wheel)"))
        wide = make_button(self.tr("Width"), "link")
        wide.setToolTip(self.tr("Fit the width"))
        whole = make_button(self.tr("Whole page"), "link")
        whole.setToolTip(self.tr("Fit a whole page"))
        seek = make_icon_button("search", self.tr("Find on the pages (Ctrl+F)"))
        printed = make_icon_button("printer", self.tr("Print… (Ctrl+P)"))
        printed.clicked.connect(self.print_wanted)
        out.clicked.connect(lambda: self.zoom_wanted.emit(-1))
        into.clicked.connect(lambda: self.zoom_wanted.emit(1))
        wide.clicked.connect(lambda: self.fit_wanted.emit("width"))
        whole.clicked.connect(lambda: self.fit_wanted.emit("page"))
        seek.clicked.connect(self.find_wanted)
        self.pages_button = make_icon_button("panel-left", self.tr("All pages"), checkable=True)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self.pages_button)
        row.addWidget(self._page)
        row.addStretch()
        for widget in (out, self._zoom, into, wide, whole, seek, printed):
            row.addWidget(widget)
        self.tools = row
        return row

    # ------------------------------------------------------------ showing

    def offer(self, kinds: Sequence[str]) -> None:
        """Offer papers; the one that is chosen stays when it is among them."""
        held = [self.papers.itemData(place) for place in range(self.papers.count())]
        if held == list(kinds):
            return
        kind = self.kind
        self.papers.blockSignals(True)
        self.papers.clear()
        for one in kinds:
            self.papers.addItem(paper_name(self._speaker, one), one)
        self.papers.setCurrentIndex(max(self.papers.findData(kind), 0))
        self.papers.blockSignals(False)

    @property
    def kind(self) -> str:
        """The paper that is chosen; empty before any is offered."""
        return str(self.papers.currentData() or "")

    def show_place(self, page: int, pages: int) -> None:
        """Show the page in the middle, counted from 0."""
        told = self.tr("Page {page} of {pages}").format(page=page + 1, pages=pages)
        self._page.setText(told if pages else "")

    def show_zoom(self, zoom: float) -> None:
        """Show how large; 1 is the size of the paper."""
        self._zoom.setText(f"{zoom:.0%}")

    def _choose(self, _index: int) -> None:
        self.chosen.emit()
