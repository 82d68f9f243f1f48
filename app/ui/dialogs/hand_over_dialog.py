"""A file that is to reach somebody else: where it lies, a copy elsewhere, onto the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label, name_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH: Final = 520


class HandOverDialog(FormDialog):
    """Shows a file that was written.

    * ``copy_wanted(path)`` asks for a copy. * ``mail_wanted()`` asks for a draft of a mail.
    """

    copy_wanted = Signal(object)
    mail_wanted = Signal()

    def __init__(self, title: str, about: str, path: Path, parent: QWidget) -> None:
        """Show a file.

        Args:
            title: What was done.
            about: What the file is, and who it is for.
            path: Where it lies.
            parent: Window that it belongs to.
        """
        super().__init__(title, self.tr("Close"), parent)
        self.only_show()
        self.path = path
        told = make_label(about, "second")
        told.setWordWrap(True)
        self.body.insertWidget(0, told)
        self.file = QLineEdit(str(path))
        self.file.setReadOnly(True)
        self.file.setMinimumWidth(_WIDTH)
        self.add_field(self.tr("File"), self.file)
        self.save = make_button(self.tr("Save a copy…"), icon="save")
        self.copy = make_button(self.tr("Copy the file"), icon="copy")
        self.mail = make_button(self.tr("E-mail…"), icon="mail")
        self.folder = make_button(self.tr("Open the folder"), icon="folder-open")
        self.save.clicked.connect(self._choose)
        self.copy.clicked.connect(self._copy)
        self.mail.clicked.connect(self.mail_wanted)
        self.folder.clicked.connect(self._open_folder)
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        for button in (self.save, self.copy, self.mail, self.folder):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        self.body.addLayout(row)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self.path.name)
        dialog.fileSelected.connect(lambda name: self.copy_wanted.emit(Path(name)))
        dialog.open()

    def _copy(self) -> None:
        """Put the file on the clipboard: it can be pasted into a mail or a chat."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.path))])
        data.setText(str(self.path))
        QGuiApplication.clipboard().setMimeData(data)
        name_button(self.copy, self.tr("Copied"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))
