"""TemplateDesk: what is done with templates, each step beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.errors import TemplateRefused
from app.ui.dialogs.template_dialogs import BringInDialog, DefaultDialog, HandingDialog
from app.ui.presenting.templates import template_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.quoting.paper_template import PaperTemplate, TemplateDefault
    from app.services.template_defaults import RegisterChange
    from app.services.template_trial import Trial
    from app.services.template_versions import Handing
    from app.services.templates import TemplateRow
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from catalog.local_text import Language

_WORD = ".docx"


class TemplateDesk(QObject):
    """Works over one page.

    * ``changed(template)``: templates are other ones; the identifier of one to show, or empty.
    * ``refused(template, problems)``: a template has findings that stand in the way.
    * ``failed(failure)``.

    Attributes:
        open_file: Opens a file in the program that the system knows for it.
    """

    changed = Signal(str)
    refused = Signal(str, tuple)
    failed = Signal(object)

    def __init__(self, around: Surroundings, page: QWidget) -> None:
        """Begin; ``workspace`` is set when it is open."""
        super().__init__(page)
        self.workspace: Workspace | None = None
        self.open_file: Callable[[Path], object] = _open
        self._around = around
        self._page = page

    # ------------------------------------------------------------ beginning

    def copy(self, row: TemplateRow) -> None:
        """Ask for a name, then begin a template with the text of another one."""
        speaker = self._around.speaker
        name = self.tr("Copy of {name}").format(name=template_name(speaker, row))
        title, agree = self.tr("Copy a template"), self.tr("Copy")
        dialog = self._handing(title, agree, name)
        dialog.accepted.connect(
            lambda: self._copy(row, dialog.name.text(), dialog.given(self._around.clock()))
        )
        dialog.open()

    def _copy(self, row: TemplateRow, name: str, handing: Handing) -> None:
        def work(workspace: Workspace) -> PaperTemplate:
            from app.services.template_versions import copy_template

            return copy_template(workspace, row, name, handing)

        self._run(work, lambda made: self.changed.emit(made.id))

    def choose_file(self) -> None:
        """Ask for a Word file to bring in."""
        dialog = QFileDialog(self._page.window(), self.tr("Bring in a template"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"*{_WORD}")
        dialog.fileSelected.connect(lambda name: self.bring_in(Path(name)))
        dialog.open()

    def bring_in(self, file: Path) -> None:
        """Ask what a Word file is to be, then bring it in."""
        from app.services.templates import template_kinds

        dialog = BringInDialog(
            template_kinds(),
            file.stem,
            self._person(),
            self._around.clock().date(),
            self._around.speaker,
            self._page.window(),
        )
        dialog.accepted.connect(
            lambda: self._bring_in(
                file, dialog.chosen(), dialog.name.text(), dialog.given(self._around.clock())
            )
        )
        dialog.open()

    def _bring_in(
        self, file: Path, what: tuple[str, Language], name: str, handing: Handing
    ) -> None:
        def work(workspace: Workspace) -> tuple[PaperTemplate, Trial]:
            from app.services.template_versions import import_template

            return import_template(workspace, file, *what, name, handing)

        def tell(done: tuple[PaperTemplate, Trial]) -> None:
            made, trial = done
            self.changed.emit(made.id)
            if trial.blocked:
                self.refused.emit(made.id, trial.problems)

        self._run(work, tell)

    # ------------------------------------------------------------ versions

    def open_in_word(self, row: TemplateRow) -> None:
        """Open the Word file of a template."""

        def work(workspace: Workspace) -> Path:
            from app.services.templates import word_file

            return word_file(workspace, row.id)

        self._run(work, self.open_file)

    def take_over(self, row: TemplateRow) -> None:
        """Ask what is different, then make a version of what was saved in Word."""
        title = self.tr("Take over the change")
        dialog = self._handing(title, self.tr("Take over"))
        dialog.accepted.connect(lambda: self._take_over(row, dialog.given(self._around.clock())))
        dialog.open()

    def _take_over(self, row: TemplateRow, handing: Handing) -> None:
        def work(workspace: Workspace) -> PaperTemplate:
            from app.services.template_versions import take_over

            return take_over(workspace, row.id, handing)

        self._run(work, self._tell_version, row.id)

    def restore(self, row: TemplateRow, number: int) -> None:
        """Make an older version the newest one, after asking where something would be lost."""
        if row.changed and not self._around.messages.confirm(
            self.tr("The Word file has changes that were not taken over"),
            self.tr("The older version takes their place."),
            yes=self.tr("Restore anyway"),
            danger=True,
        ):
            return
        note = self.tr("as version {number}").format(number=number)
        person, now = row.responsible or self._person(), self._around.clock()

        def work(workspace: Workspace) -> PaperTemplate:
            from app.services.template_versions import Handing, restore_version

            handing = Handing(person, note, now.date(), now)
            return restore_version(workspace, row.id, number, handing)

        self._run(work, self._tell_version, row.id)

    def export(self, row: TemplateRow) -> None:
        """Ask for a file, then write the template's text into it."""
        dialog = QFileDialog(self._page.window(), self.tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_WORD[1:])
        dialog.selectFile(f"{template_name(self._around.speaker, row)}{_WORD}")
        dialog.fileSelected.connect(lambda name: self.export_to(row, Path(name)))
        dialog.open()

    def export_to(self, row: TemplateRow, file: Path) -> None:
        """Write the text of a template into a file."""

        def work(workspace: Workspace) -> None:
            from app.services.templates import export_template

            export_template(workspace, row, file)

        told = self.tr("Saved: {name}").format(name=file.name)
        self._run(work, lambda _done: self._around.toasts.show_news(told, "ok"))

    # ------------------------------------------------------------ defaults and removing

    def make_default(self, row: TemplateRow) -> None:
        """Ask for whom, then make a template the default."""
        if self.workspace is None:
            return
        name = template_name(self._around.speaker, row)
        brand = self.workspace.settings.supplier_brand
        from app.services.market import market_of

        teams = [one.name for one in market_of(self.workspace).teams]
        words = self._around.speaker.words
        dialog = DefaultDialog(name, brand, words, self._page.window(), teams)
        dialog.accepted.connect(lambda: self._make_default(row, *dialog.chosen()))
        dialog.open()

    def _make_default(self, row: TemplateRow, segment: str, brand: str, team: str) -> None:
        now = self._around.clock()

        def work(workspace: Workspace) -> RegisterChange:
            from app.services.template_defaults import default_for, make_default

            return make_default(workspace, default_for(row, segment, brand, team), now)

        self._run(
            work, lambda change: self._tell_change(change, self.tr("Default changed"), row.id)
        )

    def drop_default(self, row: TemplateRow, default: TemplateDefault) -> None:
        """Take a default away; can be undone."""
        now = self._around.clock()

        def work(workspace: Workspace) -> RegisterChange:
            from app.services.template_defaults import drop_default

            return drop_default(workspace, default, now)

        self._run(
            work, lambda change: self._tell_change(change, self.tr("Default changed"), row.id)
        )

    def remove(self, row: TemplateRow) -> None:
        """Remove a template; can be undone."""
        now = self._around.clock()
        told = self.tr("Removed: {name}").format(name=row.name)

        def work(workspace: Workspace) -> RegisterChange:
            from app.services.template_defaults import remove_template

            return remove_template(workspace, row.id, now)

        self._run(work, lambda change: self._tell_change(change, told, row.id))

    # ------------------------------------------------------------ parts

    def _tell_version(self, made: PaperTemplate) -> None:
        text = self.tr("Version {number} of {name} is in use from {day}").format(
            number=made.versions[-1].number,
            name=made.name,
            day=made.versions[-1].valid_from.isoformat(),
        )
        self._around.toasts.show_news(text, "ok")
        self.changed.emit(made.id)

    def _tell_change(self, change: RegisterChange, text: str, shown: str) -> None:
        toast = self._around.toasts.show_news(text, "ok", self.tr("Undo"))
        toast.acted.connect(lambda: self._undo(change, shown))
        self.changed.emit(shown)

    def _undo(self, change: RegisterChange, shown: str) -> None:
        now = self._around.clock()

        def work(workspace: Workspace) -> None:
            from app.services.template_defaults import undo_change

            undo_change(workspace, change, now)

        self._run(work, lambda _done: self.changed.emit(shown))

    def _handing(self, title: str, agree: str, name: str = "") -> HandingDialog:
        today = self._around.clock().date()
        return HandingDialog(title, agree, self._person(), today, self._page.window(), name)

    def _person(self) -> str:
        return "" if self.workspace is None else self.workspace.settings.manager_name

    def _run(
        self,
        work: Callable[[Workspace], object],
        then: Callable[..., object],
        template: str = "",
    ) -> None:
        """Work on a thread; what is refused for its findings is told with them."""
        workspace = self.workspace
        if workspace is None:
            return

        def fail(failure: Exception) -> None:
            placed = isinstance(failure, TemplateRefused) and failure.problems[0].where.file
            if template and placed and isinstance(failure, TemplateRefused):
                self.refused.emit(template, failure.problems)
                told = self.tr("Refused: see what the check found")
                self._around.toasts.show_news(told, "bad")
            else:
                self.failed.emit(failure)

        def take(done: object) -> None:
            then(done)

        self._around.tasks.run(lambda _task: work(workspace), take, fail)


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
