"""No caption is cut on a small screen, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QTabBar, QToolButton, QVBoxLayout, QWidget

from app.start import make_window
from app.ui.hand import Hand
from app.ui.language import install_translation
from app.ui.places import AUTHORITY, CUSTOMERS, PLACES
from app.ui.widgets.segmented import Segmented
from tests.journeys.cut_captions import cut_captions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow
    from catalog.local_text import Language

_SIZES: Final = ((1280, 680), (1366, 728), (1440, 860))
"""A screen of 1920 by 1080 at 150 %, one of 1366 by 768, and a large one."""
_QUOTES: Final = ("Q0001", "Q0002", "Q0005")


@pytest.fixture(params=["zh", "en"])
def small(
    request: pytest.FixtureRequest, qapp: QApplication, profile: Path
) -> Iterator[MainWindow]:
    """The window in a language as large as a screen of 1366 by 768 lets it be."""
    language: Language = request.param
    window = make_window(profile, language=language, papers=profile.parent / "papers")
    window.resize(1366, 728)
    window.show()
    hand = Hand(window)
    hand.wait_for(lambda: window.workspace is not None, "the data")
    hand.wait_idle()
    yield window
    window.close()
    window.around.toasts.clear()
    window.deleteLater()
    install_translation("en")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _cut(window: MainWindow, where: str) -> list[str]:
    """What is cut once everything has its place: what is in a box moves after the box."""
    hand = Hand(window)
    for _ in range(2):
        hand.wait_idle()
    return [f"{window.width()} {where}: {told}" for told in cut_captions(window)]


@pytest.mark.parametrize("size", _SIZES[:2])
def test_no_caption_of_a_page_is_cut(small: MainWindow, size: tuple[int, int]) -> None:
    """Every place of the navigation with its tabs, and what there is of a customer."""
    cut: list[str] = []
    small.resize(*size)
    for place in (*PLACES, AUTHORITY):
        small.go_to(place)
        cut += _cut(small, place)
        page = small.stack.currentWidget()
        assert page is not None
        for bar in page.findChildren(QTabBar):
            for tab in range(bar.count() * bar.isVisible()):
                bar.setCurrentIndex(tab)
                cut += _cut(small, f"{place} {bar.tabText(tab)}")
    small.go_to(CUSTOMERS)
    for choice in small.customers.findChildren(Segmented):
        for button in choice.findChildren(QToolButton):
            button.click()
            cut += _cut(small, button.text())
    assert cut == []


def test_no_caption_of_a_quote_is_cut(small: MainWindow) -> None:
    """Quotes with bills, bundles and many items; with VAT, without it, and beside a paper."""
    cut: list[str] = []
    studio = small.desk.studio
    for size in _SIZES:
        small.resize(*size)
        for quote in _QUOTES:
            small.desk.open(quote)
            cut += _cut(small, quote)
        for button in studio.totals.findChildren(QToolButton):
            button.click()
            cut += _cut(small, button.text())
        studio.top.preview.click()
        cut += _cut(small, "preview")
        studio.top.preview.click()
    assert cut == []


def test_a_caption_without_room_is_found(qapp: QApplication) -> None:
    """A label and a tab that are narrower than their words; the others are not told."""
    outer = QWidget()
    column = QVBoxLayout(outer)
    narrow, wide, bar = QLabel("A long caption"), QLabel("A long caption too"), QTabBar()
    narrow.setFixedWidth(30)
    bar.addTab("The first of two tabs")
    bar.addTab("The second one")
    bar.setFixedWidth(150)
    for part in (narrow, wide, bar):
        column.addWidget(part)
    outer.resize(400, 200)
    outer.show()
    qapp.processEvents()
    told = cut_captions(outer)
    assert any(one.startswith("QLabel 'A long caption' ") for one in told)
    assert any("'The second one'" in one for one in told)
    assert not any("too" in one for one in told)
    outer.close()
    outer.deleteLater()
