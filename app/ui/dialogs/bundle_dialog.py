"""The dialogs of a bundle: choosing its options, and turning it into separate items."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.parts import make_button, make_label, make_rule

if TYPE_CHECKING:
    from app.ui.presenting.bundle_options import OptionChoice, OptionRow

_WIDTH, _MOST_HEIGHT = 620, 420


class BundleDialog(FormDialog):
    """Lets the manager choose in the option groups of a bundle.

    Signals:
        * ``chosen(group, charge, quantity)``: another quantity; 0 takes it out.
    """

    chosen = Signal(str, str, int)

    def __init__(self, title: str, choices: tuple[OptionChoice, ...], parent: QWidget) -> None:
        """Show what is chosen now."""
        super().__init__(title, self.tr("Apply"), parent)
        self.setMinimumWidth(_WIDTH)
        self._marks: dict[tuple[str, str], QAbstractButton] = {}
        self._counts: dict[tuple[str, str], QSpinBox] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.SM, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.LG)
        grid.setVerticalSpacing(Space.SM)
        grid.setColumnStretch(0, 1)
        for choice in choices:
            if grid.count():
                grid.addWidget(make_rule(), grid.rowCount(), 0, 1, 3)
            self._add_group(grid, choice)
        column.addLayout(grid)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)  # the area has just set it
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(min(inside.sizeHint().height() + Space.SM, _MOST_HEIGHT))
        self.body.addWidget(area)
        self.price = make_label("", "strong")
        self.body.addWidget(self.price)
        first = next(iter(self._marks.values()), None)
        if first is not None:
            first.setFocus()

    def _add_group(self, grid: QGridLayout, choice: OptionChoice) -> None:
        """A heading with the rule, and a line for each member; prices stand below each other."""
        heading = QHBoxLayout()
        heading.setSpacing(Space.SM)
        heading.addWidget(make_label(choice.name, "strong"))
        heading.addWidget(make_label(choice.rule, "caption"))
        heading.addStretch()
        top = grid.rowCount()
        grid.addLayout(heading, top, 0, 1, 3)
        together = QButtonGroup(self) if choice.one else None
        for line, row in enumerate(choice.rows, start=top + 1):
            mark = self._mark(choice, row)
            if together is not None:
                together.addButton(mark)
            grid.addWidget(mark, line, 0)
            grid.addWidget(make_label(row.price, "second"), line, 1, Qt.AlignmentFlag.AlignRight)
            if row.most > 1 and not choice.one:
                grid.addWidget(self._count(row), line, 2)

    def _mark(self, choice: OptionChoice, row: OptionRow) -> QAbstractButton:
        mark: QAbstractButton = QRadioButton(row.name) if choice.one else QCheckBox(row.name)
        mark.setAccessibleName(f"{choice.name}: {row.name}, {row.price}")
        mark.setChecked(row.quantity > 0)
        mark.toggled.connect(partial(self._marked, row))
        self._marks[row.group, row.charge] = mark
        return mark

    def _count(self, row: OptionRow) -> QSpinBox:
        count = NumberField()
        count.setAccessibleName(self.tr("How many of {name}").format(name=row.name))
        count.setRange(row.least, max(row.most, row.quantity))
        count.setValue(max(row.quantity, row.least))
        count.setEnabled(row.quantity > 0)
        count.setMinimumWidth(84)
        count.valueChanged.connect(partial(self._counted, row))
        self._counts[row.group, row.charge] = count
        return count

    def _marked(self, row: OptionRow, on: bool) -> None:
        count = self._counts.get((row.group, row.charge))
        if count is not None:
            count.setEnabled(on)
        if isinstance(self._marks[row.group, row.charge], QRadioButton) and not on:
            return  # the other one that is now chosen takes it out
        quantity = count.value() if count is not None else row.least
        self.chosen.emit(row.group, row.charge, quantity if on else 0)

    def _counted(self, row: OptionRow, quantity: int) -> None:
        self.chosen.emit(row.group, row.charge, quantity)

    def show_price(self, text: str, problem: str) -> None:
        """Say what the bundle comes to as chosen, and what does not fit."""
        self.price.setText(text)
        self.show_problem(problem)


class DissolveDialog(FormDialog):
    """Asks whether a bundle is to become separate items, with the price of both."""

    def __init__(
        self, title: str, text: str, prices: tuple[tuple[str, str], ...], parent: QWidget
    ) -> None:
        """Show the prices with and without the bundle.

        Args:
            title: What is asked.
            text: What becomes of the bundle.
            prices: Caption and price of each way.
            parent: Window that it belongs to.
        """
        super().__init__(title, self.tr("Turn into separate items"), parent)
        self.setMinimumWidth(_WIDTH - 120)
        told = make_label(text, "second")
        told.setWordWrap(True)
        self.body.insertWidget(0, told)
        for caption, price in prices:
            self.form.addRow(make_label(caption, "second"), make_label(price, "strong"))
        self.agree.setFocus()


class PartDiscountDialog(FormDialog):
    """Asks what a discount on one part of a bundle with one price is meant for.

    * ``whole_wanted()``: the whole bundle. ``accepted``: separate items, the part alone.
    """

    whole_wanted = Signal()

    def __init__(
        self, title: str, text: str, prices: tuple[tuple[str, str], ...], parent: QWidget
    ) -> None:
        """Show what each way comes to.

        Args:
            title: What is asked.
            text: Why it is asked.
            prices: Caption and price of each way.
            parent: Window that it belongs to.
        """
        super().__init__(title, self.tr("Only this part, as separate items"), parent)
        self.setMinimumWidth(_WIDTH)
        told = make_label(text, "second")
        told.setWordWrap(True)
        self.body.insertWidget(0, told)
        for caption, price in prices:
            self.form.addRow(make_label(caption, "second"), make_label(price, "strong"))
        self.whole = make_button(self.tr("The whole bundle"))
        self.whole.setAutoDefault(False)
        self.whole.clicked.connect(self._take_whole)
        self.buttons.insertWidget(self.buttons.count() - 1, self.whole)
        self.agree.setDefault(False)
        self.agree.setAutoDefault(False)
        self.whole.setFocus()

    def _take_whole(self) -> None:
        self.whole_wanted.emit()
        self.reject()
