"""What we rely on in PySide6, so that another version of it is not taken unseen."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6 import __version__
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[3]
_CALLS = 300
_LOST = 20
"""References to ``None`` that other threads and caches may give back meanwhile."""


_ROOT = QModelIndex()


class _Sender(QObject):
    told = Signal(object)
    plain = Signal()


class _Rows(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else 3

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return index.row() if role == Qt.ItemDataRole.DisplayRole else None


class _Painted(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self.painted += 1
        super().paintEvent(event)


class _Engine(QIconEngine):
    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _ = painter, rect, mode, state
        self.asked += 1


def test_the_version_is_the_one_that_is_pinned() -> None:
    """A newer one is tried on purpose, with these tests, and not by chance."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = [one for one in project["dependencies"] if one.startswith("PySide6")]
    assert pinned == [f"PySide6-Essentials=={__version__}"]


def _set_text() -> Callable[[int], object]:
    label = QLabel()
    return lambda count: label.setText(str(count))


def _emit() -> Callable[[int], object]:
    sender = _Sender()
    sender.plain.connect(lambda: None)
    return lambda _count: sender.plain.emit()


def _connect() -> Callable[[int], object]:
    sender = _Sender()

    def both(_count: int) -> None:
        connection = sender.plain.connect(lambda: None)
        sender.plain.disconnect(connection)

    return both


def _change_data() -> Callable[[int], object]:
    model = _Rows()
    return lambda _count: model.dataChanged.emit(model.index(0), model.index(2))


def _paint() -> Callable[[int], object]:
    widget, picture = _Painted(), QPixmap(40, 40)
    widget.resize(40, 40)
    return lambda _count: widget.render(picture)


@pytest.mark.parametrize("make", [_set_text, _emit, _connect, _change_data, _paint])
def test_no_call_loses_references_of_none(
    qapp: object, make: Callable[[], Callable[[int], object]]
) -> None:
    """PySide6 6.12.0 loses one at each void call, and then kills Python 3.11."""
    _ = qapp
    call = make()
    call(0)
    before = sys.getrefcount(None)
    for count in range(_CALLS):
        call(count)
    assert sys.getrefcount(None) >= before - _LOST


def test_a_signal_hands_over_the_very_object(qapp: object) -> None:
    """Pages compare what they are told by identity; ``None`` comes as ``None``."""
    _ = qapp
    sender, told, value = _Sender(), list[object](), ("a", 1)
    sender.told.connect(told.append)
    for one in (value, None):
        sender.told.emit(one)
    assert told[0] is value
    assert told[1] is None


def test_a_queued_signal_hands_over_the_very_object(qtbot: QtBot) -> None:
    """Results of threads come home so."""
    sender, told, value = _Sender(), list[object](), ("a", 1)
    sender.told.connect(told.append, Qt.ConnectionType.QueuedConnection)
    sender.told.emit(value)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] is value


def test_an_index_keeps_a_large_identifier(qapp: object) -> None:
    """Nodes of the tree of items are told apart by numbers that only grow."""
    _ = qapp
    model = _Rows()
    index = model.createIndex(1, 0, 2**40 + 7)
    assert (index.internalId(), QPersistentModelIndex(index).row()) == (2**40 + 7, 1)


def test_an_icon_asks_its_engine_for_as_long_as_we_keep_it(qapp: object) -> None:
    """``QIcon`` does not keep the Python half, so the theme does."""
    _ = qapp
    engine = _Engine()
    icon = QIcon(engine)
    assert not icon.pixmap(16, 16).isNull()
    assert engine.asked > 0


def test_a_deleted_dialog_is_known_to_be_gone(qtbot: QtBot) -> None:
    """Answers that come for it are dropped by that."""
    dialog = QDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    dialog.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_a_timer_of_a_deleted_owner_is_gone_with_it(qapp: object) -> None:
    """Otherwise it would call into what is not there any more."""
    _ = qapp
    owner = QObject()
    timer = QTimer(owner)
    timer.start(1)
    shiboken6.delete(owner)
    assert not shiboken6.isValid(timer)
