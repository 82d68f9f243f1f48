"""One dressed application for all window tests, a watch on what they leave, and sample rows."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.theme import Theme
from app.ui.tokens import LIGHT
from app.ui.widgets.quote_tree import QuoteTree
from app.ui.widgets.rows import Cell, ColumnSpec, QuoteRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the offscreen platform say that it has no window manager; no other warning passes."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program starts it, with a cursor that does not blink."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["quotewright-tests"])
    application.setCursorFlashTime(0)
    if not application.findChildren(Theme):
        Theme(application)
    return application


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application's theme; light again after the test."""
    found = qapp.findChildren(Theme)[0]
    yield found
    found.use(LIGHT)


class RecordedMessages:
    """Answers without a dialog and remembers what was said; hand it in as ``Messages``.

    Attributes:
        said: Kind and title of every message in order.
        agree: What ``confirm`` answers.
        answer: What ``ask`` answers.
    """

    def __init__(self) -> None:
        """Agree to nothing and answer nothing."""
        self.said: list[tuple[str, str]] = []
        self.agree = False
        self.answer: str | None = None

    def info(self, title: str, text: str = "") -> None:
        """Remember news."""
        self.said.append(("info", title))
        _ = text

    def warning(self, title: str, text: str = "", detail: str = "") -> None:
        """Remember a warning."""
        self.said.append(("warning", title))
        _ = text, detail

    def error(self, title: str, text: str = "", detail: str = "") -> None:
        """Remember a failure."""
        self.said.append(("error", title))
        _ = text, detail

    def ask(self, title: str, text: str = "", initial: str = "") -> str | None:
        """Remember the question and give the prepared answer."""
        self.said.append(("ask", title))
        _ = text, initial
        return self.answer

    def confirm(
        self, title: str, text: str = "", *, yes: str, no: str = "", danger: bool = False
    ) -> bool:
        """Remember the question and give the prepared decision."""
        self.said.append(("confirm", title))
        _ = text, yes, no, danger
        return self.agree


@pytest.fixture
def messages() -> RecordedMessages:
    """A recorder in the place of dialogs."""
    return RecordedMessages()


@pytest.fixture(autouse=True)
def _nothing_left_running(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a thread or a running timer behind."""
    threads = set(threading.enumerate())
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [thread.name for thread in threading.enumerate() if thread not in threads]
    assert left == []
    owners = [qapp, *qapp.topLevelWidgets()]
    timers = {timer for owner in owners for timer in owner.findChildren(QTimer)}
    active = [timer.parent() for timer in timers if timer.isActive()]
    assert active == []


COLUMNS = (
    ColumnSpec("title", "产品", 0, "left"),
    ColumnSpec("quantity", "数量", 80),
    ColumnSpec("list", "标准单价", 100, min_window=1000),
    ColumnSpec("discount", "折扣", 90),
)


def make_item(key: str, *children: QuoteRow, quantity: str = "1") -> QuoteRow:
    """Return an item with editable quantity and discount."""
    cells = (
        Cell(quantity, "条", editable=True),
        Cell("3,980.00", tone="muted"),
        Cell("77.5", "%", editable=True, hint="低于授权"),
    )
    return QuoteRow(key, "item", "globe", f"产品 {key}", cells=cells, children=children)


def make_section(key: str, *children: QuoteRow) -> QuoteRow:
    """Return a section."""
    return QuoteRow(key, "section", "", f"分组 {key}", children=children)


@pytest.fixture
def columns() -> tuple[ColumnSpec, ...]:
    """Title, quantity, list price (in wide windows only) and discount."""
    return COLUMNS


@pytest.fixture
def item() -> Callable[..., QuoteRow]:
    """Make an item: ``item(key, *children, quantity="1")``."""
    return make_item


@pytest.fixture
def section() -> Callable[..., QuoteRow]:
    """Make a section: ``section(key, *children)``."""
    return make_section


@pytest.fixture
def tree(qtbot: QtBot) -> QuoteTree:
    """A shown tree: section one with a, b and c, section two with d that has a charge."""
    widget = QuoteTree(COLUMNS, "报价明细")
    qtbot.addWidget(widget)
    widget.resize(1100, 600)
    charge = QuoteRow("charge", "charge", "repeat", "月租费", cells=(Cell("1", "条"),))
    widget.set_rows(
        (
            make_section("one", make_item("a"), make_item("b"), make_item("c")),
            make_section("two", make_item("d", charge)),
        )
    )
    widget.show()
    qtbot.waitExposed(widget)
    return widget
