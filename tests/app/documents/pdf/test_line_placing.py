"""Where the atoms of a line stand. Chinese characters are 10 points wide."""

from __future__ import annotations

import pytest

from app.documents.pdf.formats import TabStop
from app.documents.pdf.line_breaking import Line, Measure
from app.documents.pdf.line_placing import place_line
from tests.app.documents.pdf.test_line_breaking import atoms

PLAIN = Measure(0, 0, 100)


def places(text: str, align: str, end: float = 100, *, closes: bool = False) -> list[float]:
    """Return the left edges of the atoms of one line."""
    line = Line(tuple(atoms(text)), 0, end, closes)
    return [round(one.x, 3) for one in place_line(line, align, Measure(0, 0, end))]


def test_left_centre_and_right() -> None:
    """Two characters in 100 points begin at 0, at 40 or at 80."""
    assert places("甲乙", "left") == [0, 10]
    assert places("甲乙", "center") == [40, 50]
    assert places("甲乙", "right") == [80, 90]


def test_justified_line_ends_at_the_edge() -> None:
    """Nine characters in 98 points: eight gaps of one point."""
    assert places("一二三四五六七八九", "both", 98) == [0, 11, 22, 33, 44, 55, 66, 77, 88]


def test_last_line_is_not_justified() -> None:
    """The last line of a paragraph keeps its natural width."""
    assert places("一二三", "both", 32, closes=True) == [0, 10, 20]


def test_distributed_line_is_stretched_even_when_last() -> None:
    """甲乙丙 over 50 points: two gaps of ten."""
    assert places("甲乙丙", "distribute", 50, closes=True) == [0, 20, 40]


def test_hanging_mark_stands_beyond_the_edge_whole() -> None:
    """Where half a comma is not enough, the text fills 52 points and the comma begins there."""
    assert places("一二三四五，", "both", 52) == [0, 10.4, 20.8, 31.2, 41.6, 52]


def test_hanging_mark_does_not_push_right_aligned_text_out() -> None:
    """The text begins at the left edge, the comma hangs at the right one."""
    assert places("一二三四五，", "right", 50) == [0, 10, 20, 30, 40, 50]


def test_hanging_mark_ends_beyond_the_edge_by_half() -> None:
    """A comma at the end of a full line stands half outside, its ink inside."""
    assert places("一二三四五，", "both", 55) == [0, 10, 20, 30, 40, 50]


def test_latin_words_stretch_at_spaces_only() -> None:
    """Letters of a word stay together; the space between two words grows."""
    first, space, second = place_line(
        Line(tuple(atoms("ab cd")), 0, 30.0), "both", Measure(0, 0, 30)
    )
    assert first.x == 0
    assert space.x == pytest.approx(first.width)
    assert second.x + second.width == pytest.approx(30)


def test_line_with_too_much_room_stays_ragged() -> None:
    """Two short words are not torn apart over a whole line."""
    assert places("甲 乙", "both", 100)[-1] == pytest.approx(10 + atoms("甲 乙")[1].width)


def test_right_tab_ends_text_at_the_stop() -> None:
    """A number after a right tab at 100 ends at 100."""
    measure = Measure(0, 0, 100, (TabStop(100.0, "right", "."),))
    tabbed = place_line(Line(tuple(atoms("甲\t12")), 0, 100), "left", measure)
    assert tabbed[-1].x + tabbed[-1].width == pytest.approx(100)
    assert tabbed[1].leader == "."
    assert tabbed[1].x == 10
    assert tabbed[1].x + tabbed[1].width == pytest.approx(tabbed[-1].x)


def test_centre_tab_centres_text_at_the_stop() -> None:
    """Two characters after a centred tab at 50 stand from 40 to 60."""
    measure = Measure(0, 0, 100, (TabStop(50.0, "center"),))
    assert place_line(Line(tuple(atoms("\t甲乙")), 0, 100), "left", measure)[1].x == 40


def test_decimal_tab_aligns_points() -> None:
    """Figures of different length stand with their points below each other."""
    measure = Measure(0, 0, 100, (TabStop(60.0, "decimal"),))
    ends = []
    for figure in ("1.5", "1234.5"):
        number = place_line(Line(tuple(atoms(f"\t{figure}")), 0, 100), "left", measure)[1]
        ends.append(number.x + number.width * figure.index(".") / len(figure))
    assert ends == [pytest.approx(60), pytest.approx(60)]
