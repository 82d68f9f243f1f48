"""What the offer replaces: our bills beside those of competitors, and the items that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from app.quoting.header_edits import set_like_for_like
from app.quoting.replacing import is_any, like_of, rivals_in
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.cures import offering_name
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.quoting.quote import LikeForLike
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession
    from catalog.money import Fen

_SIZE = (640, 560)


class ReplacedDialog(FormDialog):
    """Lets the user tick what is compared with what; one step of undo."""

    def __init__(self, speaker: Speaker, session: QuoteSession, parent: QWidget) -> None:
        """Show what the open quote replaces."""
        super().__init__(self.tr("What the offer replaces"), self.tr("Apply"), parent)
        self._speaker, self._session = speaker, session
        self._like = session.quote.like_for_like
        self.applies = QCheckBox(self.tr("The offer can be compared with past bills"))
        self.applies.setChecked(self._like.applies)
        self.applies.toggled.connect(self._show_state)
        self.components: list[tuple[str, QCheckBox]] = []
        self.rivals: list[tuple[Fen, QCheckBox]] = []
        self.items: list[tuple[str, QCheckBox]] = []
        self.total = make_label("", "strong")
        self._inside = QWidget()
        self._lay_out()
        self._show_state()
        self.resize(*_SIZE)
        self.accepted.connect(self._adopt)

    def _lay_out(self) -> None:
        set_role(self._inside, "scrolled")
        column = QVBoxLayout(self._inside)
        column.setSpacing(Space.XS)
        for title, boxes in (
            (self.tr("Of our bills"), self._own()),
            (self.tr("Of what competitors are paid"), self._others()),
            (self.tr("Items that replace it; the others are new value"), self._replacing()),
        ):
            if boxes:
                column.addWidget(make_label(title, "strong"))
                for box in boxes:
                    column.addWidget(box)
                    box.setAccessibleName(box.text())
                    box.toggled.connect(self._show_state)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inside)
        self.body.addWidget(self.applies)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.total)

    def _own(self) -> list[QCheckBox]:
        revision, named = self._session.committed.revision, self._like.components
        analysis = revision.analysis
        text = self.tr("{name}: {amount} a month")
        for one in revision.bills.components:
            average = analysis.component_averages.get(one.id, 0) if analysis is not None else 0
            name, amount = self._speaker.name(one.name), self._speaker.figures.yuan(average)
            box = QCheckBox(text.format(name=name, amount=amount))
            box.setChecked(not named or one.id in named)
            self.components.append((one.id, box))
        return [box for _, box in self.components]

    def _others(self) -> list[QCheckBox]:
        known = self._session.basis.customer.competitors
        chosen, left = rivals_in(known, self._like.competitor)
        text = self.tr("{operator} {product}: {amount} a month")
        missing = self.tr("{operator} {product}: enter what is paid in the customer's file")
        for at, one in enumerate(known):
            amount = self._speaker.figures.yuan(one.monthly)
            told = text if one.monthly else missing
            box = QCheckBox(told.format(operator=one.operator, product=one.product, amount=amount))
            box.setChecked(at in chosen)
            box.setEnabled(one.monthly > 0)
            self.rivals.append((one.monthly, box))
        if left:
            told = self.tr("Another amount: {amount} a month")
            box = QCheckBox(told.format(amount=self._speaker.figures.yuan(left)))
            box.setChecked(True)
            self.rivals.append((left, box))
        return [box for _, box in self.rivals]

    def _replacing(self) -> list[QCheckBox]:
        catalog, named = self._session.basis.catalog, self._like.items
        for item in self._session.quote.items:
            name = offering_name(self._speaker, catalog, item.offering)
            box = QCheckBox(f"{name} × {item.quantity}")
            box.setChecked(not named or item.id in named)
            self.items.append((item.id, box))
        return [box for _, box in self.items]

    @property
    def competitor(self) -> Fen:
        """Fen a month of the competitors that are ticked."""
        return sum(monthly for monthly, box in self.rivals if box.isChecked())

    @property
    def chosen(self) -> LikeForLike:
        """What is ticked."""
        components = [(one, box.isChecked()) for one, box in self.components]
        items = [(one, box.isChecked()) for one, box in self.items]
        return like_of(components, items, self.competitor, applies=self.applies.isChecked())

    def _show_state(self) -> None:
        self._inside.setEnabled(self.applies.isChecked())
        told = self.tr("Competitors are paid {amount} a month that the offer replaces.")
        self.total.setText(told.format(amount=self._speaker.figures.yuan(self.competitor)))
        self.total.setVisible(bool(self.competitor))
        self.show_problem("")

    def accept(self) -> None:
        """Take what is ticked; where the bills are compared something has to be."""
        parts = (self.components, self.items)
        empty = [p for p in parts if not is_any([(one, box.isChecked()) for one, box in p])]
        if self.applies.isChecked() and empty:
            self.show_problem(self.tr("Tick what is replaced, and at least one item that does."))
            return
        super().accept()

    def _adopt(self) -> None:
        chosen = self.chosen
        self._session.apply("like_for_like", lambda quote: set_like_for_like(quote, chosen))
