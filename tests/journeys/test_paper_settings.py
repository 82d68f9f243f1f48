"""Names of files, the set for a visit and what makes PDFs are chosen in the window and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.storage.settings_store import SettingsStore
from app.ui.dialogs.paper_settings_dialog import PaperSettingsDialog
from app.ui.dialogs.print_dialog import PrintDialog
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


def open_settings(hand: Hand) -> PaperSettingsDialog:
    """By the menu of the papers."""
    menu = hand.window.desk.studio.top.papers_menu()
    next(one for one in menu.actions() if one.objectName() == "deed-paper_settings").trigger()
    return hand.dialog(PaperSettingsDialog)


def test_a_pattern_shows_an_example_and_is_kept(hand: Hand, profile: Path) -> None:
    """A field that does not exist is told and cannot be kept; the number comes by its button."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    dialog = open_settings(hand)
    hand.replace(dialog.pattern, "{nobody}")
    assert not dialog.agree.isEnabled()
    assert any("{nobody}" in text for text in hand.texts(dialog))
    hand.replace(dialog.pattern, "a/b ")
    dialog.put_field("number")
    assert dialog.example.text() == f"a_b {session.quote.number}-电信业务服务合同.docx"
    assert any("_CON.1_2_-contract.docx" in text for text in hand.texts(dialog))
    hand.click(dialog.agree)
    hand.wait_idle()
    assert SettingsStore(profile).load().settings.file_names == "a/b {number}"
    assert hand.window.workspace is not None
    assert hand.window.workspace.settings.file_names == "a/b {number}"


def test_the_set_of_a_visit_has_its_order_and_copies(hand: Hand, profile: Path) -> None:
    """Contracts first, three of them, no proposal; printing offers just that."""
    begin_quote(hand)
    add(hand, "c1-l")
    dialog = open_settings(hand)
    dialog.pages.setCurrentIndex(1)
    dialog.visit.shift("contract", -1)
    dialog.visit.counts["contract"].setValue(3)
    dialog.visit.counts["proposal"].setValue(0)
    hand.click(dialog.agree)
    hand.wait_idle()
    settings = SettingsStore(profile).load().settings
    assert settings.visit_set == "contract 3, order_form 1"
    hand.shortcut(Qt.Key.Key_P)
    assert hand.dialog(PrintDialog).copies() == {"contract": 3, "order_form": 1}
    hand.press(Qt.Key.Key_Escape)


def test_what_is_not_installed_cannot_be_chosen_and_escape_keeps_nothing(
    hand: Hand, profile: Path
) -> None:
    """Word is not on a computer without Windows; our own renderer always is."""
    begin_quote(hand)
    add(hand, "c1-l")
    before = SettingsStore(profile).load().settings
    dialog = open_settings(hand)
    assert dialog.converters["own"].isChecked()
    assert not dialog.converters["word"].isEnabled()
    hand.replace(dialog.pattern, "other")
    hand.press(Qt.Key.Key_Escape)
    hand.wait_idle()
    assert SettingsStore(profile).load().settings == before
