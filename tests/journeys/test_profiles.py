"""Another profile takes the place of this one; two windows on one profile never edit one quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSpinBox

from app.services.profiles import add_profile, last_profile, profiles
from app.start import make_window
from app.storage.settings_store import SettingsStore
from app.ui.dialogs.profiles_dialog import ProfilesDialog
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.hand import Hand
from app.ui.one_instance import OneInstance
from app.ui.profile_desk import ProfileDesk, choose_profile
from app.ui.shell import Shell
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.ui.main_window import MainWindow


class Program(Shell):
    """A shell with its desk of profiles, as the program makes them."""

    def __init__(self, base: Path) -> None:
        instance = OneInstance(base)
        assert instance.claim()
        self.desk = ProfileDesk(base, last_profile(base), instance)
        super().__init__(self._window)
        self.desk.attach(self)
        self.window.show()

    def _window(self) -> MainWindow:
        folder = self.desk.profile.folder
        return make_window(folder, language="zh", papers=folder.parent / "papers")


@pytest.fixture
def program(qapp: QApplication, profile: Path) -> Iterator[Program]:
    """The program on the sample data."""
    assert qapp is not None
    program = Program(profile)
    yield program
    for window in (program.window, *program.others):
        window.close()
        window.around.toasts.clear()
        window.deleteLater()
    program.desk._instance.release()


def hand_in(window: MainWindow) -> Hand:
    """A hand in a window that has its data."""
    hand = Hand(window)
    hand.wait_for(lambda: window.workspace is not None, "the data")
    hand.wait_idle()
    return hand


def test_a_new_profile_is_empty_and_the_former_one_comes_back(
    program: Program, profile: Path
) -> None:
    """Made by typing a name, which is that of the manager on papers; another one is for trials."""
    hand = hand_in(program.window)
    program.window.actions_by_id["profiles"].trigger()
    dialog = hand.dialog(ProfilesDialog)
    hand.enter("王芳", dialog.name)
    hand.click(dialog.add)
    hand.wait_for(lambda: program.desk.profile.name == "王芳", "the new profile")
    second = hand_in(program.window)
    workspace = second.window.workspace
    assert workspace is not None
    assert workspace.quotes.search() == ()
    assert workspace.settings.manager_name == "王芳"
    assert last_profile(profile).name == "王芳"
    program.desk.add("试用", trial=True)
    third = hand_in(program.window)
    samples = third.window.workspace
    assert samples is not None
    third.wait_for(lambda: len(samples.quotes.search()) == 5, "the samples")
    third.wait_idle()
    assert samples.settings.manager_name == "李明轩"
    first = next(one for one in profiles(profile) if one.folder == profile)
    assert program.desk.open(first.id)
    back = hand_in(program.window).window.workspace
    assert back is not None
    assert len(back.quotes.search()) == 5


def test_a_quote_is_open_in_one_window_at_a_time(program: Program) -> None:
    """The second window is told, the first comes to the front; once it is left, it opens."""
    first = hand_in(program.window)
    open_quote(first, "Q0003")
    first.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    (window,) = program.others
    second = hand_in(window)
    window.desk.open("Q0003")
    second.wait_idle()
    assert window.desk.session is None
    assert window.around.toasts.texts() == ("这份报价已在另一个窗口中打开",)
    window.desk.open("Q0004")
    second.wait_for(lambda: window.desk.session is not None, "another quote")
    assert program.window.desk.leave()
    window.desk.open("Q0003")
    second.wait_for(lambda: window.around.holds.quote == "Q0003", "the quote that is free now")
    window.close()
    assert program.front is program.window


def test_a_customer_renamed_in_another_window_has_his_new_name_in_the_quote(
    program: Program,
) -> None:
    """As soon as one comes back to the window of the quote; that is no edit of it."""
    first = hand_in(program.window)
    session = open_quote(first, "Q0001")
    second = hand_in(program.open_second())
    second.window.show_customer(session.quote.customer)
    second.wait_idle()
    detail = second.window.customers.detail
    detail.show_tab("profile")
    name = detail.profile.form.editor("name")
    assert isinstance(name, QLineEdit)
    second.replace(name, "幼苗第二幼儿园")
    second.press(Qt.Key.Key_Return)
    second.wait_idle()
    first.window.activateWindow()
    first.wait_for(
        lambda: session.worked.revision.customer.name == "幼苗第二幼儿园", "the new name"
    )
    first.wait_idle()
    assert "幼苗第二幼儿园" in first.fact("customer").accessibleName()
    assert not session.stack.canUndo()


def test_a_customer_renamed_on_his_page_has_his_new_name_in_the_quote(program: Program) -> None:
    """Going back to the open quote is enough."""
    hand = hand_in(program.window)
    session = open_quote(hand, "Q0001")
    hand.window.show_customer(session.quote.customer)
    hand.wait_idle()
    detail = hand.window.customers.detail
    detail.show_tab("profile")
    name = detail.profile.form.editor("name")
    assert isinstance(name, QLineEdit)
    hand.replace(name, "幼苗第三幼儿园")
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert open_quote(hand, "Q0001") is session
    hand.wait_for(lambda: session.worked.revision.customer.name == "幼苗第三幼儿园", "the new name")


def test_data_are_moved_in_the_window(program: Program, tmp_path: Path) -> None:
    """The quote that was open is open again, from the new folder."""
    hand = hand_in(program.window)
    open_quote(hand, "Q0001")
    target = tmp_path / "moved"
    program.desk.move_data(target)
    again = hand_in(program.window)
    again.wait_for(lambda: program.window.desk.session is not None, "the quote")
    workspace = program.window.workspace
    assert workspace is not None
    assert workspace.folder == target


def test_a_draft_that_another_window_changed_is_not_overwritten(program: Program) -> None:
    """Both have the draft of the catalogue open; the later edit is refused and told."""
    first = hand_in(program.window)
    second = hand_in(program.open_second())
    pages = [hand.window.catalogue for hand in (first, second)]
    for hand, page in zip((first, second), pages, strict=True):
        hand.window.go_to("catalogue")
        page.desk.begin()
        hand.wait_for(lambda page=page: page.desk.session is not None, "the draft")  # type: ignore[misc] # bound at once
    pages[0].desk.withdraw("PSTN.RENT")
    session = pages[0].desk.session
    assert session is not None
    assert session.keeper is not None
    assert session.keeper.store()
    pages[1].desk.withdraw("PSTN.CLIP")
    other = pages[1].desk.session
    assert other is not None
    assert other.keeper is not None
    assert not other.keeper.store()
    workspace = first.window.workspace
    assert workspace is not None
    stored = workspace.drafts.current()
    assert stored is not None
    assert [edit.patch.offerings[0].code for edit in stored.edits] == ["PSTN"]
    other.keeper.give_up()


def test_settings_of_two_windows_are_all_kept_and_seen_in_both(program: Program) -> None:
    """A dialog that was open meanwhile stores only what was changed in it."""
    first = hand_in(program.window)
    second = hand_in(program.open_second())
    for hand in (first, second):
        hand.window.actions_by_id["settings"].trigger()
    (early,) = first.window.findChildren(SettingsDialog)
    (late,) = second.window.findChildren(SettingsDialog)
    name, days = late.editor("manager_name"), early.editor("validity_days")
    assert isinstance(name, QLineEdit)
    assert isinstance(days, QSpinBox)
    name.setText("王芳")
    second.click(late.agree)
    days.setValue(21)
    first.click(early.agree)
    for hand in (first, second):
        hand.wait_idle()
        workspace = hand.window.workspace
        assert workspace is not None
        assert workspace.settings.manager_name == "王芳"
        assert workspace.settings.validity_days == 21
        assert "王芳" in [one.text() for one in hand.window.navigation.findChildren(QLabel)]
        assert SettingsStore(workspace.folder).load().settings == workspace.settings


def test_with_several_profiles_the_start_asks_for_one(qapp: QApplication, profile: Path) -> None:
    """Enter opens the one that was open last; another is chosen by its row, and remembered."""
    assert qapp is not None
    only = choose_profile(profile)
    assert only is not None
    assert only.folder == profile
    added = add_profile(profile, "王芳")
    QTimer.singleShot(0, lambda: asked().accept())
    again = choose_profile(profile)
    assert again is not None
    assert again.id == only.id

    def take_the_other() -> None:
        assert asked().table.set_current(added.id)
        asked().accept()

    QTimer.singleShot(0, take_the_other)
    assert choose_profile(profile) == added
    assert last_profile(profile) == added
    QTimer.singleShot(0, lambda: asked().reject())
    assert choose_profile(profile) is None


def asked() -> ProfilesDialog:
    """The dialog at the start."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ProfilesDialog)
    return dialog
