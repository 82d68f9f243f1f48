"""A window whose language was switched says the same as one that began in that language."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHeaderView, QLabel, QLineEdit, QWidget

from app.services.workspace import Workspace
from app.start import make_window
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.hand import Hand
from app.ui.shell import Shell
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow


def _speak(folder: Path, language: Literal["zh", "en"]) -> None:
    """Let a data folder say in which language its window speaks."""
    workspace = Workspace.open(folder)
    workspace.save_settings(replace(workspace.settings, language=language))
    workspace.close()


def _shell(folder: Path) -> Shell:
    shell = Shell(lambda: make_window(folder, papers=folder.parent / "papers"))
    shell.window.resize(1500, 900)
    shell.window.show()
    return shell


def _ready(shell: Shell) -> Hand:
    hand = Hand(shell.window)
    hand.wait_for(lambda: shell.window.workspace is not None, "the data")
    hand.wait_idle()
    return hand


def _words(inside: QWidget) -> set[tuple[str, str]]:
    """What is read in a part of the window, and what is told of it, each with its kind."""
    found: set[tuple[str, str]] = set()
    for widget in (inside, *inside.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        kind = type(widget).__name__
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(place) for place in range(widget.count())]
        if isinstance(widget, QHeaderView):
            orientation = widget.orientation()
            titles = (widget.model().headerData(at, orientation) for at in range(widget.count()))
            texts += [title for title in titles if isinstance(title, str)]
        found |= {(kind, text) for text in texts if text}
    return found


def _everywhere(hand: Hand) -> dict[str, set[tuple[str, str]]]:
    """The words of a quote, of its history, of the palette and of the settings."""
    window: MainWindow = hand.window
    open_quote(hand, "Q0001")
    hand.wait_idle()
    found = {"studio": _words(window)}
    window.desk.studio.top.history_wanted.emit()
    hand.wait_idle()
    found["history"] = _words(window)
    hand.shortcut(Qt.Key.Key_K)
    hand.wait_idle()
    found["palette"] = _words(window.guide.palette)
    hand.press(Qt.Key.Key_Escape)
    hand.shortcut(Qt.Key.Key_Comma)
    dialog = hand.dialog(SettingsDialog)
    found["settings"] = _words(dialog)
    dialog.reject()
    hand.wait_idle()
    return found


def test_a_switched_window_says_what_one_says_that_began_so(
    tmp_path: Path, sample_profile: Path, qapp: QApplication
) -> None:
    """Chinese to English with a quote open: its page, history, palette and settings."""
    said: dict[str, dict[str, set[tuple[str, str]]]] = {}
    for begun in ("zh", "en"):
        folder = tmp_path / begun / "profile"
        shutil.copytree(sample_profile, folder)
        _speak(folder, begun)
        shell = _shell(folder)
        hand = _ready(shell)
        if begun == "zh":
            open_quote(hand, "Q0001")
            workspace = shell.window.workspace
            assert workspace is not None
            workspace.save_settings(replace(workspace.settings, language="en"))
            shell.window.renewal_wanted.emit()
            hand = _ready(shell)
        shell.window.resize(1500, 900)
        said[begun] = _everywhere(hand)
        shell.window.close()
        shell.window.around.toasts.clear()
        shell.window.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for place, words in said["en"].items():
        assert said["zh"][place] - words == set(), place
        assert words - said["zh"][place] == set(), place
