"""Lines: what fits, where they end, where tabs lead. Chinese characters are 10 points wide."""

from __future__ import annotations

import pytest

from app.documents.pdf.atoms import Atom, AtomMaker
from app.documents.pdf.formats import RunFormat, TabStop
from app.documents.pdf.line_breaking import (
    Line,
    Measure,
    break_lines,
    distance,
    hanging,
    tab_stop,
)
from app.documents.pdf.report import Report
from tests.app.documents.pdf.documents import FONTS

FORM = RunFormat(size=10)
TAB = Atom("tab", "", FORM)


def atoms(text: str) -> list[Atom]:
    """Make atoms of text in 10 point 宋体, with real tabs."""
    maker = AtomMaker(FONTS, Report())
    out: list[Atom] = []
    for position, part in enumerate(text.split("\t")):
        out += [TAB] if position else []
        out += maker.text(part, FORM, "", "", out, "")
    return out


def words(lines: list[Line]) -> list[str]:
    """Return the text of lines."""
    return ["".join(atom.text for atom in line.atoms) for line in lines]


def broken(text: str, width: float) -> list[str]:
    """Break text into lines of a width."""
    return words(break_lines(atoms(text), Measure(0, 0, width)))


def test_five_characters_fit_into_fifty_points() -> None:
    """Ten points a character: five to a line of fifty."""
    assert broken("一二三四五六七八", 50) == ["一二三四五", "六七八"]


def test_closing_mark_takes_a_character_with_it() -> None:
    """A mark that does not fit is not left to begin the next line, where none may hang."""
    lines = break_lines(atoms("一二三四五，六七"), Measure(0, 0, 50, hangs=False))
    assert words(lines) == ["一二三四", "五，六七"]


def test_commas_and_stops_hang() -> None:
    """A comma stands beyond the end of the line rather than take a character with it."""
    assert broken("一二三四五，六七", 50) == ["一二三四五，", "六七"]
    assert broken("一二三四五）六七", 50) == ["一二三四", "五）六七"]


def test_marks_keep_their_width_where_the_document_says_so() -> None:
    """With ``doNotCompress`` neighbours keep an em each, and no blank half is cut off."""
    maker = AtomMaker(FONTS, Report())
    plain = maker.text("一二三四）。五", RunFormat(size=10, squeezes=False), "", "", [], "")
    assert distance(plain[4], plain[5]) == 0
    assert words(break_lines(plain, Measure(0, 0, 55, hangs=False))) == ["一二三", "四）。五"]
    assert broken("一二三四）。五", 55) == ["一二三四）。", "五"]


def test_closing_mark_may_hang_by_its_blank_half() -> None:
    """At 55 points the ink of the comma still fits: its right half is blank."""
    assert broken("一二三四五，六七", 55) == ["一二三四五，", "六七"]


def test_compound_words_break_after_their_hyphen() -> None:
    """Low-noise may be divided, SD-WAN, C1-L and a span of years may not."""
    assert broken("low-noise", 30) == ["low-", "noise"]
    for whole in ("SD-WAN", "C1-L", "2025-2026"):
        assert broken(f"字{whole}", atoms(whole)[0].width) == ["字", whole]


def test_opening_mark_moves_to_the_next_line() -> None:
    """A bracket that would end the line begins the next one."""
    assert broken("一二三四（五）六", 50) == ["一二三四", "（五）六"]


def test_number_moves_as_a_whole() -> None:
    """An amount with separators never breaks."""
    assert broken("月租费共计12,800.00元整", 50) == ["月租费共计", "12,800.00", "元整"]


def test_word_moves_as_a_whole_even_with_hyphen() -> None:
    """SD-WAN stays one word."""
    assert broken("采用SD-WAN组网", 45) == ["采用", "SD-WAN", "组网"]


def test_word_wider_than_the_line_is_cut() -> None:
    """Nothing runs over the edge: a word wider than the line continues on the next one."""
    lines = broken("ABCDEFGHIJKLMNOP", 40)
    assert len(lines) > 1
    assert "".join(lines) == "ABCDEFGHIJKLMNOP"


def test_long_address_breaks_after_its_separators() -> None:
    """An address breaks after / and not in the middle of a name."""
    lines = broken("https://example.com/business/plans", 110)
    assert all(line.endswith("/") for line in lines[:-1])


def test_spaces_do_not_begin_a_line() -> None:
    """The space between two words disappears where the line ends."""
    assert broken("一二三四 五六", 40) == ["一二三四 ", "五六"]


def test_forced_break_closes_the_line() -> None:
    """A line break ends the line; what is before it is not justified."""
    line_break = Atom("break", "", FORM)
    lines = break_lines([*atoms("甲"), line_break, *atoms("乙")], Measure(0, 0, 100))
    assert words(lines) == ["甲", "乙"]
    assert [line.closes for line in lines] == [True, True]


def test_page_break_at_the_end_leaves_no_empty_line() -> None:
    """A paragraph that ends with a page break has one line less."""
    page_break = Atom("page break", "", FORM)
    lines = break_lines([*atoms("甲"), page_break], Measure(0, 0, 100))
    assert words(lines) == ["甲"]
    assert lines[0].breaks_page


def test_empty_paragraph_has_one_line() -> None:
    """An empty paragraph takes the room of a line."""
    assert words(break_lines([], Measure(0, 0, 100))) == [""]


def test_first_line_indent_leaves_less_room() -> None:
    """Two characters of indent: three fit into the first line and five into the second."""
    lines = break_lines(atoms("一二三四五六七八九"), Measure(20, 0, 50))
    assert words(lines) == ["一二三", "四五六七八", "九"]
    assert [line.start for line in lines] == [20, 0, 0]


def test_quarter_em_between_scripts_counts_for_the_width() -> None:
    """用5 is 10 + 2.5 + the digit wide."""
    chinese, digit = atoms("用5")
    assert distance(chinese, digit) == 2.5
    assert broken("用5", 10 + 2.5 + digit.width) == ["用5"]
    assert broken("用5", 10 + 2.4 + digit.width) == ["用", "5"]


def test_neighbouring_marks_share_a_half() -> None:
    """）。 is 15 points wide, not 20."""
    first, second = atoms("）。")
    assert distance(first, second) == -5.0
    assert hanging(second, hangs=False) == 5.0
    assert hanging(second, hangs=True) == 10.0


@pytest.mark.parametrize(
    ("position", "stop"),
    [
        (0.0, TabStop(60.0)),  # the first stop
        (60.0, TabStop(120.0, "right", ".")),  # beyond the first
        (120.0, TabStop(126.0)),  # no stop is left: the next multiple of 21
    ],
)
def test_tab_leads_to_the_next_stop(position: float, stop: TabStop) -> None:
    """The next stop counts, and after the last one a stop every step, here 21 points."""
    measure = Measure(0, 0, 200, (TabStop(60.0), TabStop(120.0, "right", ".")), 21.0)
    assert tab_stop(position, measure) == stop


def test_hanging_indent_is_a_tab_stop() -> None:
    """The tab after a list label leads to the indent of the text."""
    assert tab_stop(12.0, Measure(0, 42, 200, (TabStop(100.0),))) == TabStop(42)


def test_text_after_a_right_stop_stays_on_the_line() -> None:
    """目录 …… 12: the number reaches back from the edge and needs no new line."""
    measure = Measure(0, 0, 100, (TabStop(100.0, "right", "."),))
    assert words(break_lines(atoms("一二三四\t12"), measure)) == ["一二三四12"]
