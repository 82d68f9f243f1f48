"""Compare two contracts of the open quote: prices and terms, and the words clause by clause."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from app.errors import QuotewrightError
from app.services.contract_comparison import ContractSide, SideKind, contract_sides
from app.ui.dialogs.contract_view import ContractView
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.latest import Latest
from app.ui.presenting.approvals import change_columns, change_rows
from app.ui.presenting.contract_text import counted
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.services.contract_comparison import ContractComparison
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

_LEAST: Final = (860, 260)
_SIZE: Final = (1000, 720)
_SUFFIX: Final = ".docx"


class ContractDialog(FormDialog):
    """Any two contracts of a quote; the last revision and the quote as it stands at first."""

    def __init__(
        self, around: Surroundings, workspace: Workspace, current: Revision, parent: QWidget
    ) -> None:
        """Offer the contracts of a quote.

        Args:
            around: Speaker, tasks, news.
            workspace: Where they are kept.
            current: The quote as it stands, worked out.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("Compare contracts"), self.tr("Close"), parent)
        self.only_show()
        self._around = around
        self._workspace = workspace
        self._current = current
        self.comparison: ContractComparison | None = None
        self._found: Latest[ContractComparison | QuotewrightError] = Latest(
            around.tasks, self._take
        )
        self.old, self.new = QComboBox(), QComboBox()
        self.returned = make_button(self.tr("Returned Word file…"), icon="file-text")
        self.summary = make_label("", "second")
        self.summary.setWordWrap(True)
        options = (("text", self.tr("Contract text")), ("rows", self.tr("Prices and terms")))
        self.shown = Segmented(options, "text", self.tr("What is compared"))
        self.place = make_label("", "caption")
        self.before = make_button(self.tr("Previous change (Shift+F7)"))
        self.next = make_button(self.tr("Next change (F7)"))
        self.export = make_button(self.tr("Marked Word file…"), icon="file-down")
        self.view = ContractView(around.speaker)
        self.rows = DataTable(change_columns(around.speaker), self.tr("Prices and terms"))
        self._pages = QStackedWidget()
        self._build()
        self.resize(*_SIZE)
        self._fill(contract_sides(workspace, current.quote.id))
        self._connect()
        self._compare()

    def _build(self) -> None:
        choice, tools = QHBoxLayout(), QHBoxLayout()
        for row in (choice, tools):
            row.setSpacing(Space.SM)
        self.old.setAccessibleName(self.tr("Older contract"))
        self.new.setAccessibleName(self.tr("Newer contract"))
        choice.addWidget(self.old, 1)
        choice.addWidget(make_label("→", "second"))
        choice.addWidget(self.new, 1)
        choice.addWidget(self.returned)
        tools.addWidget(self.shown)
        tools.addStretch()
        for part in (self.place, self.before, self.next, self.export):
            tools.addWidget(part)
        for page in (self.view, self.rows):
            page.setMinimumSize(*_LEAST)
            self._pages.addWidget(page)
        self.body.addLayout(choice)
        self.body.addWidget(self.summary)
        self.body.addLayout(tools)
        self.body.addWidget(self._pages, 1)
        for button in (self.returned, self.before, self.next, self.export):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        for combo in (self.old, self.new):
            combo.currentIndexChanged.connect(self._compare)
        self.returned.clicked.connect(self._choose_returned)
        self.before.clicked.connect(lambda: self.view.walk(-1))
        self.next.clicked.connect(lambda: self.view.walk(1))
        self.export.clicked.connect(self._choose_file)
        self.shown.chosen.connect(self._turn)
        self.view.walked.connect(self._tell_place)
        self.view.add_keys(self)

    def _fill(self, sides: tuple[ContractSide, ...]) -> None:
        for combo in (self.old, self.new):
            for side in sides:
                combo.addItem(self._told(side), side)
        self.old.setCurrentIndex(1 if len(sides) > 1 else 0)

    def _told(self, side: ContractSide) -> str:
        return side.told(self._around.speaker.words.language)

    # ------------------------------------------------------------ comparing

    def add_returned(self, file: Path) -> None:
        """Compare the older contract with a Word file from outside."""
        side = ContractSide(SideKind.RETURNED, str(file))
        self.new.addItem(self._told(side), side)
        self.new.setCurrentIndex(self.new.count() - 1)

    def _choose_returned(self) -> None:
        dialog = QFileDialog(self, self.tr("Contract that came back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"*{_SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.add_returned(Path(name)))
        dialog.open()

    def _compare(self) -> None:
        workspace, current = self._workspace, self._current
        old, new = self.old.currentData(), self.new.currentData()
        self.comparison = None
        self.export.setEnabled(False)
        self.show_problem("")
        self.summary.setText(self.tr("Comparing…"))

        def work() -> ContractComparison | QuotewrightError:
            from app.services.contract_comparison import compare_contracts, contract_papers

            quote = current.quote.id
            try:
                one, other, language = contract_papers(
                    workspace, quote, (old, new), current=current
                )
            except QuotewrightError as failure:
                return failure
            return compare_contracts(quote, language, one, other)

        self._found.look_up(work)

    def _take(self, found: ContractComparison | QuotewrightError) -> None:
        speaker = self._around.speaker
        if isinstance(found, QuotewrightError):
            self.summary.setText("")
            self.view.show_difference(None)
            self.rows.set_rows(())
            self.show_problem(" ".join(speaker.failure(found)))
            return
        self.comparison = found
        self.export.setEnabled(True)
        self.rows.set_rows(change_rows(speaker, found.rows))
        self.view.show_difference(found.text)
        self.summary.setText("\n".join(self._summary(found)))

    def _summary(self, found: ContractComparison) -> list[str]:
        speaker = self._around.speaker
        told = [counted(speaker, found.text)]
        if not found.commercial:
            told.append(speaker.words("redline.told.no_rows"))
        elif found.rows:
            text = self.tr("Prices and terms: {count} differences.")
            told.append(text.format(count=len(found.rows)))
        else:
            told.append(speaker.words("redline.told.same_rows"))
        warnings = (*found.old.warnings, *found.new.warnings)
        told += [speaker.finding(one.code, dict(one.parameters))[0] for one in warnings]
        for texts, side in zip(found.text.beside, ("old", "new"), strict=True):
            told += [speaker.words(f"redline.told.beside_{side}", text=text) for text in texts]
        return told

    # ------------------------------------------------------------ seeing

    def _turn(self, shown: str) -> None:
        self._pages.setCurrentIndex(0 if shown == "text" else 1)
        for part in (self.place, self.before, self.next):
            part.setVisible(shown == "text")

    def _tell_place(self, number: int, count: int) -> None:
        self.place.setText(f"{number} / {count}" if count else "")
        for button in (self.before, self.next):
            button.setEnabled(count > 0)

    # ------------------------------------------------------------ writing

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Marked Word file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX[1:])
        name = self.tr("{number} comparison").format(number=self._current.quote.number)
        dialog.selectFile(f"{name}{_SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, file: Path) -> None:
        """Write the comparison as Word with tracked changes, and as PDF beside it."""
        comparison, workspace, now = self.comparison, self._workspace, self._around.clock()
        if comparison is None:
            return
        author = workspace.settings.manager_name

        def work(_task: Task) -> tuple[Path, Path]:
            from app.services.marked_contract import write_marked

            return write_marked(workspace, comparison, file, author=author, now=now)

        self.export.setEnabled(False)
        self._around.tasks.run(work, self._tell_written, self._fail)

    def _tell_written(self, files: tuple[Path, Path]) -> None:
        self.export.setEnabled(True)
        text = self.tr("Comparison written: {names}")
        names = ", ".join(file.name for file in files)
        self._around.toasts.show_news(text.format(names=names), "ok")

    def _fail(self, failure: Exception) -> None:
        self.export.setEnabled(True)
        if not isinstance(failure, QuotewrightError):
            self._around.tasks.crashed.emit(failure)
            return
        self.show_problem(" ".join(self._around.speaker.failure(failure)))
