"""Start: the command line with a command, the window without one.

Nothing heavy is imported before the first paint: the frame is shown first, then a thread opens the
user's data and the lists are filled. This is the one file that knows everybody.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.quoting.quote import Quote
    from app.ui.main_window import MainWindow
    from catalog.local_text import Language

SWITCH_INTERVAL = 0.0005
"""Seconds after which a working thread gives way to the window."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: Arguments without the program's name; those of the process when not given.

    Returns:
        The exit code.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    file = signed_file(arguments)
    if file is not None and not no_display():
        return run_window(file)
    if arguments:
        from app.cli import main as command_line

        return command_line(arguments)
    if no_display():
        sys.stderr.write(
            "No display (DISPLAY and WAYLAND_DISPLAY are not set): opening the window offscreen"
            " and walking through a quote.\n"
        )
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from app.ui.walk import walk

        return walk(make_application, _walked_window)
    return run_window()


def no_display() -> bool:
    """Whether this is a Linux without anything to show a window on."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in wanted)


def signed_file(arguments: Sequence[str]) -> Path | None:
    """The file that the program was asked to open, as a desktop does; usually none.

    Signed files, and tables that are there: price lists, bills, approval workbooks.
    """
    from pathlib import Path

    from app.services.exchange_names import SUFFIXES

    if len(arguments) != 1:
        return None
    file = Path(arguments[0])
    ending = file.suffix.lower()
    table = ending in {".xlsx", ".xls", ".csv"} and file.is_file()
    return file if ending in SUFFIXES or table else None


def run_window(file: Path | None = None) -> int:
    """Show the window until it is closed.

    Args:
        file: A file that is opened in it.
    """
    from app.paths import data_folder

    application = make_application()
    from app.ui.one_instance import OneInstance
    from app.ui.profile_desk import ProfileDesk, choose_profile

    profile = choose_profile(data_folder())
    if profile is None:
        return 0
    instance = OneInstance(profile.folder, application)
    if not instance.claim(str(file.absolute()) if file is not None else ""):
        return 0
    from app.ui.dialogs.crash_dialog import catch_crashes
    from app.ui.shell import Shell

    desk = ProfileDesk(data_folder(), profile, instance)

    def make() -> MainWindow:
        window = make_window(desk.profile.folder)
        window.setWindowTitle(desk.titled(window.windowTitle()))
        show = catch_crashes(window, window.tell_failure)
        window.around.tasks.crashed.connect(show)
        return window

    shell = Shell(make)
    desk.attach(shell)
    if file is not None:
        shell.open_file(str(file))
    shell.window.show()
    return application.exec()


def make_application() -> QApplication:
    """The Qt application in our look, without PySide's import hook.

    The hook reads the source of every module that is imported later, which makes imports up to
    twice as slow; it only serves ``from __feature__ import``, which we do not use.
    """
    gc.disable()  # before the imports, which make nothing but what stays
    importing = builtins.__import__
    from PySide6 import QtCore

    builtins.__import__ = importing
    from PySide6.QtWidgets import QApplication

    from app.ui.collecting import Collecting
    from app.ui.theme import Theme

    sys.setswitchinterval(SWITCH_INTERVAL)
    QtCore.QCoreApplication.setApplicationName("Quotewright")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - we made it above
    Theme(application)
    Collecting(application)
    return application


def make_window(
    folder: Path,
    *,
    language: Language | None = None,
    papers: Path | None = None,
    clock: Callable[[], datetime] | None = None,
) -> MainWindow:
    """The main window, which opens the user's data as soon as it is painted.

    Args:
        folder: The user's data folder.
        language: Language of the window; the settings decide when not given.
        papers: Folder below which papers are written; the settings decide when not given.
        clock: The moment, with its time zone; this computer's clock when not given.
    """
    from PySide6.QtCore import QCoreApplication

    from app.figures import Figures
    from app.translation import load_words
    from app.ui.language import install_translation, read_early, scheme_of, window_language
    from app.ui.main_window import MainWindow
    from app.ui.presenting.speaker import Speaker
    from app.ui.rescue import Rescue
    from app.ui.tasks import Tasks
    from app.ui.theme import current_theme

    early = read_early(folder)
    spoken = language or window_language(early.language)
    install_translation(spoken)
    translate = QCoreApplication.translate
    figures = Figures(spoken, early.amounts, early.speeds, early.volumes)
    speaker = Speaker(load_words(spoken), figures, translate)
    tasks = Tasks()
    current_theme().use(scheme_of(early.theme))
    current_theme().set_dense(dense=early.density == "compact")
    window = MainWindow(
        speaker,
        tasks,
        clock or (lambda: datetime.now().astimezone()),
        lambda quote: _papers(window, quote),
        user=(early.manager_name, early.role),
    )
    window.paper_root = papers
    Rescue(window, folder)
    return window


def _walked_window(profile: Path) -> MainWindow:
    """The window of the walk: in Chinese, with its papers in the profile."""
    return make_window(profile, language="zh", papers=profile / "papers")


def _papers(window: MainWindow, quote: Quote) -> Path:
    """Where the papers of a quote are written: a folder of its number."""
    from pathlib import Path

    from PySide6.QtCore import QStandardPaths

    root = window.paper_root
    if root is None and window.workspace is not None and window.workspace.settings.output_folder:
        root = Path(window.workspace.settings.output_folder)
    if root is None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        root = Path(QStandardPaths.writableLocation(documents)) / "Quotewright"
    return root / quote.number
