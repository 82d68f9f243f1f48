"""The crash dialog: something unexpected went wrong; the program goes on, a report can be copied.

No data of customers is in the report unless the user agrees.
"""

from __future__ import annotations

import contextlib
import platform
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import QuotewrightError
from app.paths import program_folder
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

VERSION = "0.1.0"


def crash_report(failure: BaseException, *, words: bool = False) -> str:
    """What whoever mends the fault needs.

    Args:
        failure: What nobody expected.
        words: With what the failures say, which may be data of customers; otherwise there are only
            their kinds and the places in the program, without names of the user's folders.
    """
    system = f"{platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}"
    told = "".join(traceback.format_exception(failure)) if words else _without_data(failure)
    return f"Quotewright {VERSION}\n{system}\n\n{told}"


def _without_data(failure: BaseException) -> str:
    """Kinds and places of a failure and of those that led to it, the first one first."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = failure
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        places = [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}\n"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        parts.append("".join(places) + f"{type(current).__module__}.{type(current).__qualname__}\n")
        hidden = current.__suppress_context__
        current = current.__cause__ or (None if hidden else current.__context__)
    return "\n".join(reversed(parts))


def _place(file: str) -> str:
    """A file of the program, or of a library, by its own part of the path."""
    path = Path(file)
    with contextlib.suppress(ValueError):
        return path.relative_to(program_folder()).as_posix()
    return path.name


class CrashDialog(QDialog):
    """Says that a bug was met, and shows the report."""

    def __init__(self, failure: BaseException, parent: QWidget | None = None) -> None:
        """Show a failure."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.report = crash_report(failure)
        self._failure = failure
        text = make_label(
            self.tr(
                "This should not have happened. Every edit is stored as it is made; you can go on"
                " working. Whoever mends the program needs the report. Nothing is sent by itself."
            ),
            "second",
        )
        text.setWordWrap(True)
        self.words = QCheckBox(
            self.tr("Include what the error says; it may name customers or amounts")
        )
        self.words.toggled.connect(self._write)
        self.field = field = QPlainTextEdit(self.report)
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
        column.addWidget(self.words)
        column.addLayout(buttons)

    def _write(self, words: bool) -> None:
        self.report = crash_report(self._failure, words=words)
        self.field.setPlainText(self.report)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)


def show_crash(failure: BaseException, parent: QWidget | None) -> None:
    """Show a failure and write it to stderr, without data; the program goes on.

    What fails again and again, such as a page that cannot be painted, is shown once.
    """
    if sys.stderr is not None:  # a program without a console has none
        sys.stderr.write(crash_report(failure))
    shown = parent.findChildren(CrashDialog) if parent is not None else []
    if not any(dialog.isVisible() for dialog in shown):
        CrashDialog(failure, parent).open()


class _Carrier(QObject):
    """Brings failures of other threads to the window's."""

    came = Signal(object)

    def __init__(self, window: QWidget, tell: Callable[[Exception], None] | None) -> None:
        super().__init__(window)
        self._window = window
        self._tell = tell
        self.came.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def show(self, failure: BaseException) -> None:
        """Tell an expected failure in words; anything else is reported as the bug that it is."""
        if self._tell is not None and isinstance(failure, QuotewrightError):
            self._tell(failure)
        else:
            show_crash(failure, self._window)


def catch_crashes(
    parent: QWidget, tell: Callable[[Exception], None] | None = None
) -> Callable[[BaseException], None]:
    """Show what nobody caught, in any thread, instead of ending the program.

    Args:
        parent: The window.
        tell: Tells the user an expected failure; without it that is reported as a bug is.

    Returns:
        Shows a failure in the same way.
    """
    carrier = _Carrier(parent, tell)

    def told(
        kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, failure, trace)
            return
        carrier.show(failure)

    def told_by_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None and not isinstance(given.exc_value, SystemExit):
            carrier.came.emit(given.exc_value)

    sys.excepthook = told
    threading.excepthook = told_by_thread
    return carrier.show
