"""The main screens look as the stored pictures do: light and dark, in English, small and at 150 %.

Where a screen was changed on purpose: `make pictures`, then look at what git says has changed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel

from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.places import APPROVALS, TEMPLATES
from tests.journeys.still_screens import (
    LOOKS,
    MAIN,
    SCALED,
    THEMES,
    Look,
    Seen,
    put_away,
    still_window,
)
from tests.journeys.stored_pictures import LARGEST, STORED, difference, store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

SCREENS = (*MAIN, "approvals", "templates", "settings")
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _in_china(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Where the moment is noon."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("theme", THEMES)
def test_the_main_screens_look_as_they_are_stored(
    qapp: QApplication, profile: Path, theme: str
) -> None:
    """What differs is left in out/pictures."""
    hand = still_window(profile, Look(theme, theme=theme))
    seen, window = Seen(hand, theme), hand.window
    seen.main_screens()
    window.go_to(TEMPLATES)
    seen.look(TEMPLATES)
    window.go_to(APPROVALS)
    hand.click(hand.button("审批 我提交的", window.approvals))
    seen.look(APPROVALS)
    window.actions_by_id["settings"].trigger()
    dialog = hand.dialog(SettingsDialog)
    hand.wait_idle()
    seen.compare(dialog, "settings")
    dialog.reject()
    put_away(hand, qapp)
    assert seen.found == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_they_do_so_in_other_looks(qapp: QApplication, profile: Path, look: Look) -> None:
    """In English, by day and night, and on the screen of a small laptop."""
    hand = still_window(profile, look)
    seen = Seen(hand, look.name)
    seen.main_screens()
    put_away(hand, qapp)
    assert seen.found == []


def test_they_do_so_at_150_percent(profile: Path) -> None:
    """In a program of its own, because the scale of a program is fixed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.scaled_process", str(profile)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_every_screen_has_a_small_picture() -> None:
    """In each look, each in a palette, and no other."""
    named = {f"{screen}-{theme}" for screen in SCREENS for theme in THEMES}
    named |= {f"{screen}-{look.name}" for screen in MAIN for look in (*LOOKS, SCALED)}
    for name in named:
        path = STORED / f"{name}.png"
        assert path.stat().st_size < LARGEST, name
        with Image.open(path) as picture:
            assert picture.mode == "P", name
    assert {path.stem for path in STORED.iterdir()} == named


def test_one_other_figure_is_a_difference(qapp: QApplication, tmp_path: Path) -> None:
    """And is shown in red in a picture of its own; the same again is none."""
    label = QLabel("月租合计 ¥668.00")
    label.resize(200, 40)
    store(label, "label", tmp_path)
    assert difference(label, "label", tmp_path, tmp_path / "seen") == ""
    label.setText("月租合计 ¥688.00")
    assert difference(label, "label", tmp_path, tmp_path / "seen").startswith("label: ")
    assert (tmp_path / "seen" / "label-difference.png").is_file()
    qapp.processEvents()
