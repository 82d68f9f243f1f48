"""No caption is cut on a small screen, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def test_no_caption_of_a_page_is_cut(small: MainWindow) -> None:
    """Every place of the navigation with its tabs, and what there is of a customer."""
    hand, cut = Hand(small), []
    for place in (*PLACES, AUTHORITY):
        small.go_to(place)
        hand.wait_idle()
        cut += [f"{place}: {told}" for told in cut_captions(small)]
        page = small.stack.currentWidget()
        assert page is not None
        for bar in page.findChildren(QTabBar):
            for tab in range(bar.count() * bar.isVisible()):
                bar.setCurrentIndex(tab)
                hand.wait_idle()
                cut += [f"{place} {bar.tabText(tab)}: {told}" for told in cut_captions(small)]
    small.go_to(CUSTOMERS)
    for choice in small.customers.findChildren(Segmented):
        for button in choice.findChildren(QToolButton):
            button.click()
            hand.wait_idle()
            cut += [f"{button.text()}: {told}" for told in cut_captions(small)]
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
