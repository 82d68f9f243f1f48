"""Who gave a consent by word of mouth, why it could not wait, and by when it is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from app.approval.deciding import MOST_DAYS_TO_CONFIRM
from app.approval.event import Person
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.services.workspace import Workspace

_DAYS = 3


class FastTrackWish(NamedTuple):
    """What was entered."""

    named: Person
    reason: str
    days: int


class FastTrackDialog(FormDialog):
    """Asks for the name; the level comes from the list of staff where there is one."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        """Ask."""
        super().__init__(self.tr("Consent by word of mouth"), self.tr("Record"), parent)
        self._staff = workspace.rules.authority.staff
        hint = make_label(
            self.tr("It is logged under that name, and counts until it has to be confirmed."),
            "second",
        )
        hint.setWordWrap(True)
        self.body.insertWidget(0, hint)
        self.number, self.name, self.level = QLineEdit(), QLineEdit(), QLineEdit()
        self.reason = QLineEdit()
        self.days = NumberField()
        self.days.setRange(1, MOST_DAYS_TO_CONFIRM)
        self.days.setValue(_DAYS)
        self.add_field(self.tr("Staff number"), self.number)
        self.add_field(self.tr("Name"), self.name)
        self.add_field(self.tr("Level"), self.level)
        self.add_field(self.tr("Why it cannot wait"), self.reason)
        self.add_field(self.tr("Confirmed in writing within days"), self.days)
        self.number.textChanged.connect(self._known)
        for field in (self.number, self.name, self.level, self.reason):
            field.textChanged.connect(self._allow)
        self._allow()

    def wish(self) -> FastTrackWish:
        """What was entered."""
        named = Person(
            self.number.text().strip(), self.name.text().strip(), self.level.text().strip()
        )
        return FastTrackWish(named, self.reason.text().strip(), self.days.value())

    def _known(self, number: str) -> None:
        """Fill in name and level of somebody on the list of staff."""
        person = self._staff.person(number.strip())
        if person is not None:
            self.name.setText(person.name)
            self.level.setText(person.role)

    def _allow(self) -> None:
        fields = (self.number, self.name, self.level, self.reason)
        self.agree.setEnabled(all(field.text().strip() for field in fields))
