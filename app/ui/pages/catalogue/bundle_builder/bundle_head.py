"""Over the composed list: which bundle, how it comes to its price, and for how long."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.presenting.bundle_form import bundle_caption, form_words, why_not_bundle
from app.ui.tokens import Space
from app.ui.widgets.figure_text import FigureValidator, figure_text
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented
from catalog.bundle import PricingForm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering

CONTENT, PARTICULARS, PREVIEW = "content", "particulars", "preview"
_PRICE_WIDTH: Final = 96
_TERM_WIDTH: Final = 52
_SHOWN: Final = 16


class BundleHead(QWidget):
    """Shows the chosen bundle's own figures.

    * ``chosen(code)``: another bundle. * ``form_chosen(form)``: another form.
    * ``edited(name, text)``: ``term``, ``price`` or ``percent`` was typed; ``typing`` at every key.
    * ``part_chosen(id)``: contents, particulars or the preview.
    """

    chosen = Signal(str)
    form_chosen = Signal(str)
    edited = Signal(str, str)
    typing = Signal(str, str)
    part_chosen = Signal(str)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without bundles."""
        super().__init__(parent)
        self._speaker = speaker
        self.bundles = QComboBox()
        self.bundles.setAccessibleName(self.tr("Bundle"))
        self.bundles.setMaxVisibleItems(_SHOWN)
        self.bundles.setMinimumContentsLength(18)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.bundles.setSizeAdjustPolicy(policy)
        self.new = make_button(self.tr("New"), "quiet", icon="plus")
        self.copy = make_button(self.tr("Duplicate"), "quiet", icon="copy")
        self.withdraw = make_button(self.tr("Withdraw"), "quiet", icon="flag")
        self.parts = Segmented(
            (
                (CONTENT, self.tr("Content")),
                (PARTICULARS, self.tr("Particulars")),
                (PREVIEW, self.tr("As quoted")),
            ),
            CONTENT,
            self.tr("Part of the bundle"),
            tight=True,
        )
        self.form = QComboBox()
        self.form.setAccessibleName(bundle_caption(speaker, "form"))
        for form, text in form_words(speaker):
            self.form.addItem(text, form.value)
        self.price = self._field("price", _PRICE_WIDTH)
        self.percent = self._field("percent", _TERM_WIDTH)
        self.term = self._field("term", _TERM_WIDTH)
        self._signs = (make_label("¥", "second"), make_label("%", "second"))
        self.problem = make_label("", "error")
        self.problem.hide()
        self._build()
        self.bundles.activated.connect(
            lambda _at: self.chosen.emit(self.bundles.currentData() or "")
        )
        self.form.activated.connect(lambda _at: self.form_chosen.emit(self.form.currentData()))
        self.parts.chosen.connect(self.part_chosen)

    def _build(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(Space.XS)
        upper.addWidget(self.bundles, 1)
        for button in (self.new, self.copy, self.withdraw):
            upper.addWidget(button)
        lower = QHBoxLayout()
        lower.setSpacing(Space.SM)
        lower.addWidget(self.parts)
        lower.addStretch()
        lower.addWidget(self.form)
        sign_before, sign_after = self._signs
        for part in (sign_before, self.price, self.percent, sign_after):
            lower.addWidget(part)
        lower.addSpacing(Space.SM)
        lower.addWidget(self.term)
        lower.addWidget(make_label(self.tr("months"), "second"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MD, Space.MD, Space.MD, Space.SM)
        column.setSpacing(Space.SM)
        column.addLayout(upper)
        column.addLayout(lower)
        column.addWidget(self.problem)

    def _field(self, name: str, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(bundle_caption(self._speaker, name))
        field.setToolTip(bundle_caption(self._speaker, name))
        field.setValidator(FigureValidator(field))
        field.setFixedWidth(width)
        field.textEdited.connect(lambda text: self._type(name, figure_text(text)))
        field.editingFinished.connect(lambda: self._commit(field, name))
        return field

    def _type(self, name: str, text: str) -> None:
        self._tell(why_not_bundle(self._speaker, (), name, text))
        self.typing.emit(name, text)

    def _commit(self, field: QLineEdit, name: str) -> None:
        text = figure_text(field.text())
        if not field.isModified() or why_not_bundle(self._speaker, (), name, text):
            return
        field.setModified(False)
        self._tell("")
        self.edited.emit(name, text)

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def show_bundles(
        self, bundles: Sequence[BundledOffering], code: str, changed: frozenset[str], day: date
    ) -> None:
        """Offer bundles; those of the draft that differ have a mark, ended ones say so."""
        gone = self.tr("ended")
        self.bundles.blockSignals(True)
        self.bundles.clear()
        for bundle in bundles:
            mark = " •" if bundle.code in changed else ""
            ended = f" · {gone}" if bundle.valid.is_before(day) else ""
            text = f"{bundle.code}  {self._speaker.name(bundle.name)}{mark}{ended}"
            self.bundles.addItem(text, bundle.code)
        self.bundles.setCurrentIndex(self.bundles.findData(code))
        self.bundles.blockSignals(False)

    def show_bundle(self, bundle: BundledOffering, day: date, *, editable: bool) -> None:
        """Show a bundle's own figures; what is being typed stays."""
        fixed, percent = bundle.form is PricingForm.FIXED, bundle.form is PricingForm.PERCENT_OFF
        before, after = self._signs
        _show(before, self.price, shown=fixed)
        _show(after, self.percent, shown=percent)
        self.form.setCurrentIndex(self.form.findData(bundle.form.value))
        self.form.setEnabled(editable)
        gone = bundle.valid.is_before(day)
        self.withdraw.setText(" " + (self.tr("Sell again") if gone else self.tr("Withdraw")))
        for button in (self.new, self.copy, self.withdraw):
            button.setVisible(editable)
        values = ((self.price, bundle.price), (self.percent, bundle.percent))
        for field, value in (*values, (self.term, Decimal(bundle.term))):
            field.setReadOnly(not editable)
            text = f"{value:f}"
            if not (field.hasFocus() and field.isModified()) and field.text() != text:
                field.setText(text)


def _show(sign: QLabel, field: QLineEdit, *, shown: bool) -> None:
    sign.setVisible(shown)
    field.setVisible(shown)
