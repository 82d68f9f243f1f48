"""Another profile takes the place of this one; two windows on one profile never edit one quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.services.profiles import last_profile, profiles
from app.start import make_window
from app.ui.dialogs.profiles_dialog import ProfilesDialog
from app.ui.hand import Hand
from app.ui.one_instance import OneInstance
from app.ui.profile_desk import ProfileDesk
from app.ui.shell import Shell
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

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
    """Made from the palette's action by typing a name; its manager is nobody yet."""
    hand = hand_in(program.window)
    program.window.actions_by_id["profiles"].trigger()
    dialog = hand.dialog(ProfilesDialog)
    hand.enter("试用", dialog.name)
    hand.click(dialog.add)
    hand.wait_for(lambda: program.desk.profile.name == "试用", "the new profile")
    second = hand_in(program.window)
    workspace = second.window.workspace
    assert workspace is not None
    assert workspace.quotes.search() == ()
    assert workspace.settings.manager_name == ""
    assert last_profile(profile).name == "试用"
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
