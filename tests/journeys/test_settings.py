"""Settings are changed in the window, followed at once, and there after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox

from app.settings import Settings
from app.start import make_window
from app.storage.settings_store import SettingsStore
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.hand import Hand
from app.ui.language import install_translation
from app.ui.shell import Shell
from app.ui.theme import current_theme
from tests.journeys.steps import add, offerings, open_quote, session_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow


def test_colours_follow_the_settings_and_are_kept(hand: Hand) -> None:
    """Ctrl+comma, another choice, Enter."""
    hand.shortcut(Qt.Key.Key_Comma)
    dialog = hand.dialog(SettingsDialog)
    theme = dialog.editor("theme")
    assert isinstance(theme, QComboBox)
    theme.setCurrentIndex(theme.findData("dark"))
    hand.click(dialog.agree)
    hand.wait_idle()
    assert current_theme().dark
    workspace = hand.window.workspace
    assert workspace is not None
    assert SettingsStore(workspace.folder).load().settings.theme == "dark"
    assert workspace.settings.theme == "dark"
    current_theme().toggle()


def test_rows_are_low_as_soon_as_the_setting_says_so(hand: Hand) -> None:
    """32 pixels instead of 42, in the list that is in front."""
    table = hand.window.quotes.table
    assert table.rowHeight(0) == 42
    hand.shortcut(Qt.Key.Key_Comma)
    dialog = hand.dialog(SettingsDialog)
    density = dialog.editor("density")
    assert isinstance(density, QComboBox)
    density.setCurrentIndex(density.findData("compact"))
    hand.click(dialog.agree)
    hand.wait_idle()
    assert table.rowHeight(0) == 32
    current_theme().set_dense(dense=False)
    assert table.rowHeight(0) == 42


def test_another_language_comes_without_a_restart(qapp: QApplication, profile: Path) -> None:
    """The quote that was open is open again, with its undo steps, in English."""

    def make() -> MainWindow:
        return make_window(profile, papers=profile.parent / "papers")

    SettingsStore(profile).save(Settings(language="zh"))
    shell = Shell(make)
    shell.window.show()
    hand = Hand(shell.window)
    hand.wait_for(lambda: hand.window.workspace is not None, "the data")
    hand.wait_idle()
    open_quote(hand, "Q0002")
    add(hand, "kd")
    before = offerings(session_of(hand))
    assert hand.window.windowTitle() == "方案匠"
    hand.shortcut(Qt.Key.Key_Comma)
    dialog = hand.dialog(SettingsDialog)
    language = dialog.editor("language")
    assert isinstance(language, QComboBox)
    language.setCurrentIndex(language.findData("en"))
    hand.click(dialog.agree)
    hand = Hand(shell.window)
    hand.wait_for(lambda: hand.window.desk.session is not None, "the quote")
    hand.wait_idle()
    assert hand.window.windowTitle() == "Quotewright"
    session = session_of(hand)
    assert offerings(session) == before
    assert qapp.quitOnLastWindowClosed()
    session.undo()
    assert offerings(session) == before[:-1]
    hand.window.close()
    hand.window.around.toasts.clear()
    hand.window.deleteLater()
    install_translation("en")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
