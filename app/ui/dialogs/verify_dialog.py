"""Verify what somebody holds in hand: a file that is dropped, or the letters on a paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.parts import (
    ChipTone,
    make_button,
    make_chip,
    make_label,
    name_button,
    set_chip_tone,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.services.verifying import Verified
    from app.ui.page import Surroundings

_WIDTH: Final = 620


class VerifyDialog(FormDialog):
    """Asks; ``file_given(path)`` and ``text_given(text)`` want an answer by ``show_result``."""

    file_given = Signal(object)
    text_given = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        """Ask for a file or for letters."""
        super().__init__(self.tr("Verify a paper or a file"), self.tr("Verify"), parent)
        self._around = around
        self.setAcceptDrops(True)
        about = make_label(
            self.tr(
                "Drop a PDF, Word or Excel file, a decision or an envelope here, or choose one."
                " Or type the twenty letters at the foot of a page, or the text of its QR code."
            ),
            "second",
        )
        about.setWordWrap(True)
        about.setMinimumWidth(_WIDTH)
        self.body.insertWidget(0, about)
        self.choose = make_button(self.tr("Choose a file…"), icon="file-search")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.letters = QLineEdit()
        self.letters.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX")
        self.letters.textChanged.connect(lambda typed: self.agree.setEnabled(bool(typed.strip())))
        self.add_field(self.tr("File"), self.choose)
        self.add_field(self.tr("Letters"), self.letters)
        self.verdict = make_chip("")
        self.verdict.hide()
        self.findings = make_label("")
        self.findings.setWordWrap(True)
        self.findings.hide()
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.findings)
        self.agree.setEnabled(False)
        name_button(self._cancel_button, self.tr("Close"))
        self.letters.setFocus()

    def show_result(self, found: Verified, name: str) -> None:
        """Say what was found, in plain words."""
        tone: ChipTone
        if found.genuine and found.current:
            text, tone = self.tr("Genuine and current"), "ok"
        elif found.genuine:
            text, tone = self.tr("Genuine, but no longer current"), "warn"
        else:
            text, tone = self.tr("Not shown to be genuine"), "bad"
        self.verdict.setText(f"{text} · {name}")
        self.verdict.setAccessibleName(self.verdict.text())
        set_chip_tone(self.verdict, tone)
        self.findings.setText("\n".join(found.told(self._around.speaker.words)))
        for part in (self.verdict, self.findings):
            part.show()
        layout = self.layout()
        if layout is not None:  # lines that are wrapped do not make a dialog grow
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def accept(self) -> None:
        """Verify the letters; the dialog stays."""
        if self.agree.isEnabled():
            self.text_given.emit(self.letters.text().strip())

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.file_given.emit(Path(name)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Verify the first file that is dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.file_given.emit(Path(url.toLocalFile()))
                return
