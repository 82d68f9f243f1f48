"""The five worked cases by real keys and clicks, from choosing the customer to the printed set.

Case one is part of `make test`, the others of `make prove`. Where there is no X server they say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageStat

from app.services.print_set import read_set
from app.settings import Settings
from tests.journeys.on_screen.count_actions import MOST, README, table_of, told_table
from tests.journeys.on_screen.running import Setting, pages_of, run_case, text_of
from tests.journeys.on_screen.screen import missing
from tests.sample import expected_case

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.on_screen.running import Done

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())
MANAGER = "L1"
PRICED, ENDINGS = ("proposal", "contract"), ("docx", "pdf")
ON_SCREEN = ("monthly", "contract", "contract_vat", "one_time")
FIGURES = (*ON_SCREEN, "contract_ex_vat")


def money(figure: str) -> str:
    """A figure as papers print it."""
    return f"{float(figure):,.2f}"


def check(case: int, done: Done) -> None:
    """What every journey must have led to: the figures worked out on paper, in every paper."""
    deal = expected_case(case)["deal"]
    report = done.report
    assert not report.failures, "".join(report.failures)
    assert report.windows == ["MainWindow"]
    shown = " ".join(report.figures)
    for figure in ON_SCREEN:
        assert f"¥{money(deal[figure])}" in shown, figure
    assert report.level == deal["level"]
    assert report.state == ("approved" if deal["level"] == MANAGER else "pending")
    check_papers(done, {figure: money(deal[figure]) for figure in FIGURES})


def check_papers(done: Done, figures: dict[str, str]) -> None:
    """Each paper is there, says every figure, and was printed as often as the set wants."""
    wanted = read_set(Settings().visit_set)
    files = {f"{kind}.{ending}" for kind in wanted for ending in ENDINGS}
    assert set(done.papers) == files | {"approval.xlsx"}
    for name in (*(f"{kind}.{ending}" for kind in PRICED for ending in ENDINGS), "approval.xlsx"):
        text = text_of(done.papers[name])
        assert [figure for figure, printed in figures.items() if printed not in text] == [], name
    drafts = "草稿" in text_of(done.papers["contract.pdf"])
    assert drafts == (done.report.state != "approved")
    pages = sum(pages_of(done.papers[f"{kind}.pdf"]) * count for kind, count in wanted.items())
    assert pages_of(done.printed) == pages


def test_case_one_by_the_keyboard_alone(tmp_path: Path) -> None:
    """No mouse event is sent, the contract is final, and README tells every key pressed."""
    done = run_case(1, Setting(manner="keys"), tmp_path)
    check(1, done)
    assert {action.kind for action in done.report.actions} == {"key", "text"}
    assert len(done.report.actions) <= MOST
    assert told_table(README.read_text(encoding="utf-8")) == table_of(done.report.actions)


@pytest.mark.prove
@pytest.mark.parametrize("case", [2, 3, 4, 5])
def test_every_case_by_the_keyboard_alone(case: int, tmp_path: Path) -> None:
    """Items, charges, discounts, free months and the tender too."""
    done = run_case(case, Setting(manner="keys"), tmp_path)
    check(case, done)
    assert {action.kind for action in done.report.actions} == {"key", "text"}


@pytest.mark.prove
def test_case_three_in_english(tmp_path: Path) -> None:
    """The window says everything in English."""
    done = run_case(3, Setting(language="en"), tmp_path)
    check(3, done)
    assert all(text.isascii() for text in (one.replace("¥", "") for one in done.report.figures))


@pytest.mark.prove
def test_case_four_in_the_dark(tmp_path: Path) -> None:
    """And the picture of the screen is dark."""
    done = run_case(4, Setting(theme="dark"), tmp_path)
    check(4, done)
    with Image.open(tmp_path / "window.png") as picture:
        assert ImageStat.Stat(picture.convert("L")).mean[0] < 70


@pytest.mark.prove
def test_case_two_on_a_small_screen(tmp_path: Path) -> None:
    """1366 by 728: a notebook's screen without its bar of tasks."""
    done = run_case(2, Setting(size=(1366, 728)), tmp_path)
    check(2, done)
    assert done.report.size == (1366, 728, 1.0)


@pytest.mark.prove
@pytest.mark.parametrize("size", [(1440, 900), (1366, 728)])
def test_case_five_half_as_large_again(size: tuple[int, int], tmp_path: Path) -> None:
    """Every pixel of the window is one and a half of the screen."""
    done = run_case(5, Setting(size=size, scale=1.5), tmp_path)
    check(5, done)
    assert done.report.size == (*size, 1.5)


@pytest.mark.prove
def test_no_key_is_pressed_in_vain(tmp_path: Path) -> None:
    """Whether the keyboard is in the search field, in the title or among the items."""
    report = run_case(1, Setting(manner="every-key"), tmp_path).report
    assert not report.failures, "".join(report.failures)
    assert report.in_vain == []
