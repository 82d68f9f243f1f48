"""How papers are named, what is printed for a visit, and what makes their PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import QuotewrightError
from app.services.issue_documents import PaperKind
from app.services.print_set import MOST_COPIES, read_set, written_set
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.paper_names import paper_name
from app.ui.presenting.paper_settings import (
    converter_names,
    example_name,
    field_names,
    pattern_fault,
)
from app.ui.tokens import Space
from app.ui.widgets.copies_list import CopiesList
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from app.settings import Settings
    from app.ui.page import Surroundings

_WIDTH = 620
_BAD_NAME = "CON.1/2?"
"""A title that no file system takes as it is."""


class PaperSettingsDialog(FormDialog):
    """Three pages; keeps the settings when it is accepted."""

    def __init__(
        self, workspace: Workspace, around: Surroundings, revision: Revision, parent: QWidget
    ) -> None:
        """Show the settings as they are.

        Args:
            workspace: Whose settings.
            around: What every page may use.
            revision: Of the open quote, for the example.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("Names, visit set, PDF"), self.tr("Keep"), parent)
        self._workspace = workspace
        self._around = around
        self._revision = revision
        settings = self._begun = workspace.settings
        self.pages = QTabWidget()
        self.pages.setAccessibleName(self.tr("Settings of papers"))
        self.pages.setMinimumWidth(_WIDTH)
        self.pages.addTab(self._naming(settings.file_names), self.tr("Names of files"))
        self.pages.addTab(self._visiting(settings.visit_set), self.tr("Papers for a visit"))
        self.pages.addTab(self._converting(settings.pdf_converter), self.tr("PDF"))
        self.body.addWidget(self.pages)
        self._show_example()
        self.pattern.setFocus()

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.MD, Space.MD, Space.MD, Space.MD)
        column.setSpacing(Space.SM)
        return page, column

    def _said(self, text: str, column: QVBoxLayout) -> None:
        label = make_label(text, "caption")
        label.setWordWrap(True)
        column.addWidget(label)

    # ------------------------------------------------------------ names

    def _naming(self, pattern: str) -> QWidget:
        page, column = self._page()
        self.pattern = QLineEdit(pattern)
        self.pattern.setAccessibleName(self.tr("Pattern of the names"))
        self.pattern.textChanged.connect(self._show_example)
        column.addWidget(self.pattern)
        self.example = make_label("", "strong")
        self.example.setWordWrap(True)
        self.example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.example)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.MD)
        grid.setVerticalSpacing(Space.XS)
        for at, (field, meaning) in enumerate(field_names(self._around.speaker).items()):
            button = make_button(f"{{{field}}}", "link")
            button.setAutoDefault(False)
            button.setToolTip(self.tr("Put it where the cursor is"))
            button.clicked.connect(lambda _=False, name=field: self.put_field(name))
            grid.addWidget(button, at // 2, at % 2 * 2)
            grid.addWidget(make_label(meaning, "second"), at // 2, at % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        cured = replace(self._revision, quote=replace(self._revision.quote, title=_BAD_NAME))
        told = self.tr(
            'What no file system takes (< > : " / \\ | ? *) becomes _, names of devices (CON, NUL,'
            " LPT1) get one in front, dots and spaces at the end go, and what is too long is cut: a"
            " title {title} gives {cured}. Nothing is overwritten without asking."
        )
        self._said(
            told.format(title=_BAD_NAME, cured=example_name(cured, "{title}-{kind}")), column
        )
        column.addStretch()
        return page

    def put_field(self, field: str) -> None:
        """Put a field where the cursor is."""
        self.pattern.insert(f"{{{field}}}")
        self.pattern.setFocus()

    def _show_example(self) -> None:
        fault = pattern_fault(self._around.speaker, self.pattern.text())
        self.show_problem(fault)
        self.agree.setEnabled(not fault)
        self.example.setText("" if fault else example_name(self._revision, self.pattern.text()))

    # ------------------------------------------------------------ the visit

    def _visiting(self, visit_set: str) -> QWidget:
        page, column = self._page()
        speaker = self._around.speaker
        names = {
            str(kind): paper_name(speaker, kind)
            for kind in PaperKind
            if kind is not PaperKind.APPROVAL
        }
        self.visit = CopiesList(names, read_set(visit_set), MOST_COPIES)
        column.addWidget(self.visit)
        self._said(self.tr("Offered in this order, with these copies, by Print (Ctrl+P)."), column)
        column.addStretch()
        return page

    # ------------------------------------------------------------ PDF

    def _converting(self, chosen: str) -> QWidget:
        from app.documents.office import converter

        page, column = self._page()
        self._group = QButtonGroup(self)
        self.converters: dict[str, QRadioButton] = {}
        absent = self.tr("Not found on this computer.")
        for name, (title, cost) in converter_names(self._around.speaker).items():
            there = name == "own" or converter(name) is not None
            button = self.converters[name] = QRadioButton(title)
            button.setEnabled(there or name == chosen)
            button.setChecked(name == chosen)
            self._group.addButton(button)
            column.addWidget(button)
            self._said(cost if there else f"{absent} {cost}", column)
        column.addStretch()
        return page

    # ------------------------------------------------------------ keeping

    def settings(self) -> Settings:
        """The settings with what was entered."""
        chosen = next(name for name, one in self.converters.items() if one.isChecked())
        changed = {
            "file_names": self.pattern.text().strip(),
            "visit_set": written_set(self.visit.copies()),
            "pdf_converter": chosen,
        }
        return replace(self._begun, **changed)

    def accept(self) -> None:
        """Keep the settings; the dialog stays open where they cannot be written."""
        try:
            self._workspace.save_settings(self.settings(), self._begun)
        except QuotewrightError as failure:
            self.show_problem(" ".join(self._around.speaker.failure(failure)))
            return
        super().accept()
