"""Limits and people before they are published: what changes, for which quotes, from which day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from app.quoting.authority.differing import differences
from app.ui.dialogs.authority_trial_view import AuthorityTrialView
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.editions import edition_difference_columns, edition_difference_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.services.authority_editions import Publication
    from app.services.workspace import Workspace
    from app.ui.authority_session import AuthoritySession
    from app.ui.page import Surroundings

_TABLE = (860, 180)


class AuthorityTrialDialog(FormDialog):
    """What the draft would change, without publishing it."""

    def __init__(
        self, around: Surroundings, workspace: Workspace, session: AuthoritySession, parent: QWidget
    ) -> None:
        """Judge every open quote at once."""
        super().__init__(self.tr("What would change"), self.tr("Close"), parent)
        self.only_show()
        self.changes = _changes(around, session)
        self.body.addWidget(self.changes)
        assert session.edition is not None  # noqa: S101 (for the type checker: nothing blocks it)
        self.view = AuthorityTrialView(around, workspace, session.edition)
        self.body.addWidget(self.view)
        self.finished.connect(self.view.cancel)


class PublishAuthorityDialog(FormDialog):
    """Shows what changes and asks for day, name and note; ``agreed(publication)`` publishes."""

    agreed = Signal(object)

    def __init__(
        self, around: Surroundings, workspace: Workspace, session: AuthoritySession, parent: QWidget
    ) -> None:
        """Judge every open quote at once."""
        super().__init__(self.tr("Publish limits and people"), self.tr("Publish"), parent)
        from app.services.authority_editions import OpenAuthorityDraft, known_editions
        from app.services.catalog_drafts import next_version

        self._around, self._workspace = around, workspace
        today = around.clock().date()
        self._draft = OpenAuthorityDraft(None, session.base, session.content)
        self.version = QLineEdit(next_version(known_editions(workspace), today))
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Why, for those who look later"))
        self.add_field(self.tr("Holds from"), self.day)
        self.add_field(self.tr("Name of the edition"), self.version)
        self.add_field(self.tr("Note"), self.note)
        self.later = make_label("", "second")
        self.later.setWordWrap(True)
        self.later.hide()
        self.changes = _changes(around, session)
        assert session.edition is not None  # noqa: S101 (for the type checker: nothing blocks it)
        self.view = AuthorityTrialView(around, workspace, session.edition)
        for part in (self.later, self.changes, self.view):
            self.body.addWidget(part)
        self.finished.connect(self.view.cancel)
        self.day.dateChanged.connect(lambda _day: self._allow())
        self.version.textChanged.connect(lambda _text: self._allow())
        self._allow()

    @property
    def chosen_day(self) -> date:
        """First day on which it holds."""
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _allow(self) -> None:
        from app.services.authority_editions import check_authority

        wanted = self._wanted()
        today = self._around.clock().date()
        found = check_authority(self._workspace, self._draft, wanted, today)
        blocking = [one for one in found if one.blocks]
        self.agree.setEnabled(bool(wanted.version) and not blocking)
        told = (
            " ".join(self._around.speaker.finding(one.code, one.parameters)) for one in blocking
        )
        self.show_problem("\n".join(told))
        known = self._workspace.authority.editions()
        later = [one for one in known if one.valid_from > wanted.valid_from]
        self.later.setVisible(bool(later))
        if later:
            text = self.tr("Only until {day}: from then on edition {version} holds.")
            nearest = min(later, key=lambda one: one.valid_from)
            day = self._around.speaker.figures.date(nearest.valid_from)
            self.later.setText(text.format(day=day, version=nearest.version))

    def _wanted(self) -> Publication:
        from app.services.authority_editions import Publication

        settings = self._workspace.settings
        return Publication(
            self.version.text().strip(),
            self.chosen_day,
            self.note.text().strip(),
            settings.manager_id,
            settings.manager_name,
        )

    def accept(self) -> None:
        """Publish."""
        if self.agree.isEnabled():
            self.agreed.emit(self._wanted())
            super().accept()


def _changes(around: Surroundings, session: AuthoritySession) -> DataTable:
    """What the draft says otherwise than what it began with."""
    table = DataTable(
        edition_difference_columns(around.speaker),
        around.speaker.translate("Editions", "Differences"),
    )
    table.setMinimumSize(*_TABLE)
    found = differences(session.base, session.content)
    table.set_rows(edition_difference_rows(around.speaker, found))
    return table
