"""The comparison itself is right: how it cuts lines, aligns words and measures places."""

from __future__ import annotations

from docx.shared import Pt

from tests.app.documents.pdf.compare.agreement import compare, lines_of
from tests.app.documents.pdf.compare.drawn_text import Drawn, DrawnText, drawn_text
from tests.app.documents.pdf.documents import new_document, pdf_of, saved


def drawn(*lines: str, page: int = 0) -> DrawnText:
    """Lines of 10 points below each other."""
    characters = [
        Drawn(letter, page, 10.0 * column, 20.0 * row, 10.0)
        for row, line in enumerate(lines)
        for column, letter in enumerate(line)
    ]
    return DrawnText(1, tuple(characters))


def test_a_document_agrees_with_itself() -> None:
    """Same pages, same words, every line and every paragraph."""
    document = new_document()
    document.add_heading("标题", 1)
    document.add_paragraph("本方案的价格有效期至二〇二六年十二月八日。" * 5)
    text = drawn_text(pdf_of(document).data)
    found = compare(saved(document), text, text)
    assert (found.pages, found.same_text, found.line_share, found.near_share) == (1, True, 100, 100)
    assert len(found.paragraphs) == 2


def test_raised_characters_stay_in_their_line() -> None:
    """A change of the baseline by less than half the size is no new line."""
    raised = Drawn("2", 0, 20.0, -4.0, 10.0)
    assert [line.text for line in lines_of([*drawn("平方").characters, raised])] == ["平方2"]


def test_other_line_end_counts_both_lines() -> None:
    """A character that moved to the next line makes two lines differ, no others."""
    found = compare(
        saved(new_document()), drawn("一二三", "四五", "六"), drawn("一二", "三四五", "六")
    )
    assert found.same_text
    assert (found.equal_lines, found.lines) == (1, 3)
    assert found.broken == (("一二三", "一二"),)


def test_changed_label_is_no_other_line_end() -> None:
    """A line whose label alone differs ends where the other one's does; its words differ."""
    found = compare(saved(new_document()), drawn("1.1甲方", "乙"), drawn("一.1甲方", "乙"))
    assert not found.same_text
    assert found.text_changes == (("1", "一"),)
    assert found.equal_lines == 2


def test_paragraph_that_moved_is_measured() -> None:
    """Ten points further down is more than 3 mm; the first paragraph stands where it stood."""
    texts = []
    for space in (0, 10):
        document = new_document()
        document.add_paragraph("第一段")
        document.add_paragraph("第二段").paragraph_format.space_before = Pt(space)
        texts.append(drawn_text(pdf_of(document).data))
    found = compare(saved(document), texts[1], texts[0])
    assert [(one.text, round(one.down, 1), one.near) for one in found.paragraphs] == [
        ("第一段", 0.0, True),
        ("第二段", 10.0, False),
    ]
