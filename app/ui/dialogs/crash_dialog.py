"""The crash dialog: something unexpected went wrong; the program goes on, a report can be sent."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from types import TracebackType

VERSION = "0.1.0"


def crash_report(failure: BaseException) -> str:
    """What whoever mends the fault needs; no data of customers is in it."""
    told = "".join(traceback.format_exception(failure))
    system = f"{platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"Quotewright {VERSION}\n{system}\n\n{told}"


class CrashDialog(QDialog):
    """Says that a bug was met, and shows the report."""

    def __init__(self, failure: BaseException, parent: QWidget | None = None) -> None:
        """Show a failure."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.report = crash_report(failure)
        text = make_label(
            self.tr(
                "This should not have happened. Your quotes are stored; you can go on working."
            ),
            "second",
        )
        text.setWordWrap(True)
        field = QPlainTextEdit(self.report)
        field.setReadOnly(True)
        field.setFrameShape(QFrame.Shape.NoFrame)
        field.setAccessibleName(self.tr("Report"))
        field.setMinimumSize(560, 220)
        copy = make_button(self.tr("Copy report"), icon="copy")
        copy.clicked.connect(self.copy)
        go_on = make_button(self.tr("Go on"), "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(copy)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.LG)
        column.setSpacing(Space.MD)
        column.addWidget(make_label(self.tr("Unexpected error"), "title"))
        column.addWidget(text)
        column.addWidget(field)
        column.addLayout(buttons)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)


def show_crash(failure: BaseException, parent: QWidget | None) -> None:
    """Show a failure and write it to stderr; the program goes on."""
    sys.stderr.write(crash_report(failure))
    CrashDialog(failure, parent).open()


def catch_crashes(parent: QWidget) -> None:
    """Show what nobody caught, instead of ending the program."""

    def told(
        kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, failure, trace)
            return
        show_crash(failure, parent)

    sys.excepthook = told
