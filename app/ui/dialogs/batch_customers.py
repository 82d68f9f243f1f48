"""Who gets an offer: ticked in a list that can be searched, or pasted from a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.batch_customers import Stranger, Wanted, read_customers
from app.services.batch_plan import BatchCustomer
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.listing import CustomerRow
    from app.ui.presenting.speaker import Speaker

_KEY = Qt.ItemDataRole.UserRole
_MOST_TOLD = 3


class BatchCustomers(QTabWidget):
    """Two ways to say who; both count. ``changed()`` when somebody was added or left out."""

    changed = Signal()

    def __init__(
        self,
        known: Sequence[CustomerRow],
        offerings: Sequence[str],
        speaker: Speaker,
        parent: QWidget | None = None,
    ) -> None:
        """Offer customers.

        Args:
            known: Every customer.
            offerings: Codes of the pattern, whose quantities a pasted table may give.
            speaker: Texts.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._known = known
        self._offerings = offerings
        self._speaker = speaker
        self.setAccessibleName(self.tr("Customers"))
        self.addTab(self._choosing(), self.tr("Choose"))
        self.addTab(self._pasting(), self.tr("Paste a list"))

    def _choosing(self) -> QWidget:
        page = QWidget()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, segment"))
        self.search.setAccessibleName(self.tr("Find customers"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Customers to choose from"))
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(1)
        for row in self._known:
            item = QListWidgetItem(f"{row.name}   {row.segment}")
            item.setData(_KEY, row.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        every = make_button(self.tr("Tick all shown"), "link")
        none = make_button(self.tr("Tick none"), "link")
        for button, ticked in ((every, True), (none, False)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, tick=ticked: self.tick_shown(ticked=tick))
        tools = QHBoxLayout()
        tools.addWidget(self.search, 1)
        tools.addWidget(every)
        tools.addWidget(none)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.SM, Space.SM, Space.SM, Space.SM)
        column.setSpacing(Space.SM)
        column.addLayout(tools)
        column.addWidget(self.list, 1)
        return page

    def _pasting(self) -> QWidget:
        page = QWidget()
        self.pasted = QPlainTextEdit()
        self.pasted.setAccessibleName(self.tr("List of customers"))
        self.pasted.setTabChangesFocus(True)
        self.pasted.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.pasted.textChanged.connect(self._read)
        hint = self.tr(
            "A name or identifier in each row, or a block copied from Excel. Where the first row"
            " holds codes of offerings ({codes}), the cells below say how many each gets."
        )
        said = make_label(hint.format(codes=", ".join(self._offerings[:3])), "caption")
        said.setWordWrap(True)
        self._found = make_label("", "second")
        self._found.setWordWrap(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.SM, Space.SM, Space.SM, Space.SM)
        column.setSpacing(Space.SM)
        for part in (said, self.pasted, self._found):
            column.addWidget(part)
        return page

    # ------------------------------------------------------------ who is meant

    def wanted(self) -> Wanted:
        """Everybody who is ticked or pasted, and the rows that name nobody."""
        read = self._meant()
        named = {one.id: one for one in read.customers}
        items = (self.list.item(row) for row in range(self.list.count()))
        for item in items:
            key = str(item.data(_KEY))
            if item.checkState() == Qt.CheckState.Checked:
                named.setdefault(key, BatchCustomer(key))
        return Wanted(tuple(named.values()), read.strangers)

    def tick_shown(self, *, ticked: bool) -> None:
        """Tick or leave out everybody whom the search shows."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            if not item.isHidden():
                item.setCheckState(state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.changed.emit()

    def _meant(self) -> Wanted:
        return read_customers(self.pasted.toPlainText(), self._known, self._offerings)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            text = item.text().casefold()
            item.setHidden(not all(word in text for word in words))

    def _read(self) -> None:
        meant = self._meant()
        told = [self.tr("{count} customers found").format(count=len(meant.customers))]
        told += [self._told(one) for one in meant.strangers[:_MOST_TOLD]]
        if len(meant.strangers) > _MOST_TOLD:
            left = len(meant.strangers) - _MOST_TOLD
            told.append(self.tr("and {count} more rows").format(count=left))
        self._found.setText("\n".join(told))
        self.changed.emit()

    def _told(self, one: Stranger) -> str:
        return self._speaker.finding(one.reason, one.parameters)[0]
