"""AuthorityPage: who may grant what, and who they are, edited in place and published by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.quoting.authority.tables import ABSENCES, FLAGS, LIMITS, PEOPLE, ROLES, RULES, table_place
from app.ui.draft_files import DraftFile, ask_what_to_read, ask_where_to_write, tell_refused
from app.ui.pages.authority.authority_bar import AuthorityBar
from app.ui.pages.authority.authority_desk import AuthorityDesk
from app.ui.pages.authority.authority_rows import AuthorityRows
from app.ui.pages.authority.published_view import PublishedView
from app.ui.presenting.editions import authority_findings
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_label
from app.ui.widgets.problem_list import ProblemList
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.authority.source import AuthorityPatch
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from catalog.problem import Problem

LIMITS_TAB, ROLES_TAB, PEOPLE_TAB, PUBLISHED_TAB = "limits", "roles", "people", "published"
_TABLES = {LIMITS_TAB: (LIMITS, RULES), ROLES_TAB: (ROLES, FLAGS), PEOPLE_TAB: (PEOPLE, ABSENCES)}
_QUIET, _FINDINGS_HEIGHT = 84, 164


class AuthorityPage(QWidget):
    """Edits limits and people.

    * ``left()``: back to the approvals. * ``published()``: other limits may hold.
    * ``failed(failure)``.
    """

    left = Signal()
    published = Signal()
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        speaker = surroundings.speaker
        self._workspace: Workspace | None = None
        self.desk = AuthorityDesk(surroundings, self)
        self.bar = AuthorityBar(speaker)
        names = [table for tables in _TABLES.values() for table in tables]
        self.tables = {name: AuthorityRows(speaker, name) for name in names}
        self.history = PublishedView(surroundings)
        self.notice = make_label("", "second")
        self.notice.setWordWrap(True)
        self.tabs = Segmented(
            (
                (LIMITS_TAB, self.tr("Limits")),
                (ROLES_TAB, self.tr("Levels and circumstances")),
                (PEOPLE_TAB, self.tr("People and absences")),
                (PUBLISHED_TAB, self.tr("Published")),
            ),
            LIMITS_TAB,
            self.tr("Limits and people"),
        )
        self.findings = ProblemList(
            self.tr("Findings"), self.tr("Every level has its limits, and somebody who decides.")
        )
        self.findings.opened.connect(self._go_to_finding)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        for tables in _TABLES.values():
            self._stack.addWidget(self._scrolled(*(self.tables[name] for name in tables)))
        self._stack.addWidget(self.history)
        self._found = Card(self.tr("Findings"))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.findings)
        column.addStretch()
        scroll.setWidget(inside)
        self._found.body.addWidget(scroll)
        choice = QHBoxLayout()
        choice.addWidget(self.tabs)
        choice.addSpacing(Space.MD)
        choice.addWidget(self.notice, 1)
        choice.addStretch()
        below = QVBoxLayout()
        below.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.LG)
        below.setSpacing(Space.MD)
        below.addLayout(choice)
        below.addWidget(self._stack, 1)
        below.addWidget(self._found)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(below, 1)

    def _scrolled(self, *parts: QWidget) -> QScrollArea:
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        return scroll

    def _connect(self) -> None:
        desk, bar = self.desk, self.bar
        desk.opened.connect(lambda: self._show(anew=True))
        desk.changed.connect(lambda: self._show(anew=False))
        desk.saved.connect(bar.show_saved)
        desk.failed.connect(self.failed)
        desk.refused.connect(self._refuse)
        desk.published.connect(self.published)
        for name, table in self.tables.items():
            table.edited.connect(lambda patch, table=name: self._edit(table, patch))
        self.tabs.chosen.connect(self.show_tab)
        bar.left.connect(self.left)
        bar.undone.connect(self.undo)
        bar.redone.connect(self.redo)
        bar.discard_wanted.connect(desk.discard)
        bar.trial_wanted.connect(self._try)
        bar.publish_wanted.connect(self._publish)
        bar.export_wanted.connect(self._write_file)
        bar.import_wanted.connect(self._read_file)

    # ------------------------------------------------------------ showing

    def attach(self, workspace: Workspace) -> None:
        """Show what holds now in the user's data, or the draft of it."""
        self._workspace = self.desk.workspace = workspace
        if self.desk.store_draft():  # else it stays in sight with every edit
            self.desk.open()

    def show_tab(self, tab: str) -> None:
        """Show limits, levels, people, or what was published."""
        self.tabs.set_current(tab)
        self._stack.setCurrentIndex([*_TABLES, PUBLISHED_TAB].index(tab))
        self._found.setVisible(tab != PUBLISHED_TAB and not self.desk.is_read_only)

    def _show(self, *, anew: bool) -> None:
        session = self.desk.session
        if session is None:
            return
        for table in self.tables.values():
            table.show_source(session.content, read_only=self.desk.is_read_only, anew=anew)
        problems = () if self.desk.is_read_only else session.problems
        for table in self.tables.values():
            table.mark(problems)
        blocked = any(one.blocks for one in problems)
        today = self._around.clock().date()
        self.bar.show_session(session, today, draft=self.desk.is_draft, blocked=blocked)
        self.show_tab(self.tabs.current)
        self.findings.set_problems(authority_findings(self._around.speaker, problems))
        self._found.setFixedHeight(_FINDINGS_HEIGHT if problems else _QUIET)
        self._found.set_mark(str(len(problems)) if len(problems) > 1 else "")
        self._tell_organisation()
        if anew:
            self._show_history()

    def _tell_organisation(self) -> None:
        session = self.desk.session
        organisation = session.organisation if session is not None else None
        self.notice.setVisible(organisation is not None)
        if organisation is not None:
            number, date = str(organisation.policy_no), organisation.valid_until.isoformat()
            told = self._around.speaker.finding(
                "authority.organisation_holds", {"number": number, "date": date}
            )
            self.notice.setText(" ".join(told))

    def _show_history(self) -> None:
        from app.services.authority_editions import broken_editions, shipped_source

        workspace = self._workspace
        if workspace is None:
            return
        problem, speaker = broken_editions(workspace), self._around.speaker
        told = speaker.finding(problem.code, problem.parameters) if problem is not None else ()
        shipped = shipped_source(workspace, self._around.clock().date())
        self.history.show_editions(workspace.authority.editions(), shipped, " ".join(told))

    def _go_to_finding(self, key: str) -> None:
        """Show the table that a finding is about."""
        session = self.desk.session
        if session is None or int(key) >= len(session.problems):
            return
        place = table_place(session.content, session.problems[int(key)])
        self.show_tab(next(tab for tab, tables in _TABLES.items() if place.table in tables))
        self.tables[place.table].go_to(place.row, place.column)

    # ------------------------------------------------------------ editing

    def undo(self) -> None:
        """Take back what has no reading yet, or else one edit."""
        session = self.desk.session
        if session is None:
            return
        if any(table.wrong is not None for table in self.tables.values()):
            self._show(anew=True)
        else:
            self._go(session.undo)

    def redo(self) -> None:
        """Make one edit again."""
        if self.desk.session is not None:
            self._go(self.desk.session.redo)

    def _go(self, step: Callable[[], None]) -> None:
        step()
        self._show(anew=True)

    def _edit(self, table: str, patch: AuthorityPatch) -> None:
        if not self.desk.apply(f"authority.{table}", patch):
            self._show(anew=False)

    # ------------------------------------------------------------ publishing and files

    def _try(self) -> None:
        from app.ui.dialogs.authority_dialogs import AuthorityTrialDialog

        session, workspace = self.desk.session, self._workspace
        if session is not None and workspace is not None and session.edition is not None:
            AuthorityTrialDialog(self._around, workspace, session, self).open()

    def _publish(self) -> None:
        from app.ui.dialogs.authority_dialogs import PublishAuthorityDialog

        session, workspace = self.desk.session, self._workspace
        if session is None or workspace is None or session.edition is None:
            return
        dialog = PublishAuthorityDialog(self._around, workspace, session, self)
        dialog.agreed.connect(self.desk.publish)
        dialog.open()

    def _write_file(self) -> None:
        title = self.tr("Write limits and people to a file")
        ask_where_to_write(self, title, self._file(), self.desk.export)

    def _read_file(self) -> None:
        title = self.tr("Read limits and people from a file")
        ask_what_to_read(self, title, self._file(), self.desk.bring)

    def _file(self) -> DraftFile:
        return DraftFile(self.tr("Limits and people (*.toml)"), "authority.toml")

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        tell_refused(self._around, problems, self.window())
