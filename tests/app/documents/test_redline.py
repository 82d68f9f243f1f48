"""Promises of marked documents: accepting gives the newer words, refusing the older."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.documents.contract_reading import read_contract, with_part
from app.documents.pdf.revision_marks import accept, reject
from app.documents.redline import Redline, marked_document
from app.quoting.text_difference import compare_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
NOTE = ("比较稿", "甲与乙")
MAIN = "word/document.xml"
TEXTS = st.text(alphabet="甲乙应当30,.1元 ab\t", max_size=12)
ROWS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3)
BLOCKS = st.lists(TEXTS | ROWS, max_size=6)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(blocks: Sequence[str | list[tuple[str, str]]]) -> bytes:
    """A Word document of paragraphs and tables of two columns."""
    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(0, 2)
        for texts in block:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def xml_of(data: bytes) -> bytes:
    """The main part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(MAIN)


def marked(old: bytes, new: bytes, *, foreign: bool = False) -> bytes:
    """Two documents compared; the newer one is from outside if asked for."""
    difference = compare_texts(read_contract(old), read_contract(new))
    return marked_document(Redline(old, None if foreign else new, difference, "王敏", NOON, NOTE))


def texts_after(data: bytes, how: Callable[[etree._Element], None]) -> list[tuple[str, ...]]:
    """The passages when every change is accepted or refused."""
    root = etree.fromstring(xml_of(data))
    how(root)
    settled = with_part(data, MAIN, etree.tostring(root))
    assert not re.search(rb"<w:(ins|del|delText)\b", xml_of(settled))
    assert [one.texts for one in read_contract(settled).passages[: len(NOTE)]] == [
        (t,) for t in NOTE
    ]
    return [passage.texts for passage in read_contract(settled).passages[len(NOTE) :]]


def texts_of(data: bytes) -> list[tuple[str, ...]]:
    """The passages of a document."""
    return [passage.texts for passage in read_contract(data).passages]


@settings(deadline=None, max_examples=40)
@given(BLOCKS, BLOCKS, st.booleans())
def test_accepting_gives_the_newer_words_and_refusing_the_older(
    before: list[str | list[tuple[str, str]]],
    after: list[str | list[tuple[str, str]]],
    foreign: bool,
) -> None:
    """Whatever was changed, and whichever of the two documents was marked."""
    old, new = document(before), document(after)
    data = marked(old, new, foreign=foreign)
    assert texts_after(data, accept) == texts_of(new)
    assert texts_after(data, reject) == texts_of(old)


@pytest.mark.parametrize("foreign", [False, True])
def test_changes_carry_author_and_date(foreign: bool) -> None:
    """As they were handed in; every mark has a number of its own."""
    old, new = document(["每月668.00元", "甲"]), document(["每月601.20元", "乙方丙方丁方戊方"])
    found = [
        one
        for one in etree.fromstring(xml_of(marked(old, new, foreign=foreign))).iter()
        if one.get(f"{W}author")
    ]
    assert {one.get(f"{W}author") for one in found} == {"王敏"}
    assert {one.get(f"{W}date") for one in found} == {"2026-11-23T04:00:00Z"}
    assert len({one.get(f"{W}id") for one in found}) == len(found) > 4


def test_a_changed_amount_is_one_deletion_and_one_insertion() -> None:
    """Words around it stay as they are."""
    xml = xml_of(marked(document(["每月668.00元"]), document(["每月601.20元"]))).decode()
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", xml) == ["668.00"]
    inserted = re.findall(r"<w:ins .*?</w:ins>", xml)
    assert [re.sub("<[^>]*>", "", one) for one in inserted] == ["601.20"]


def test_rows_that_came_and_went_are_marked_as_rows() -> None:
    """So that Word adds and removes the row and not only its words."""
    old = document([[("固定电话", "3"), ("宽带100M", "1")]])
    new = document([[("固定电话", "3"), ("云存储服务", "20")]])
    root = etree.fromstring(xml_of(marked(old, new)))
    marks = [[mark.tag.removeprefix(W) for mark in one] for one in root.iter(f"{W}trPr")]
    assert marks == [["del"], ["ins"]]


def test_a_note_stands_on_top_whatever_is_decided() -> None:
    """Its paragraphs are no tracked changes; without texts there is none."""
    data = marked(document(["甲"]), document(["乙丙丁戊"]))
    assert texts_of(data)[: len(NOTE)] == [(text,) for text in NOTE]
    same = compare_texts(read_contract(document(["甲"])), read_contract(document(["甲"])))
    bare = marked_document(Redline(document(["甲"]), document(["甲"]), same, "王敏", NOON))
    assert texts_of(bare) == [("甲",)]


def test_no_mark_of_an_other_document_gets_into_ours() -> None:
    """Of a file from outside only the words are taken: no style, comment or hidden part."""
    returned = docx.Document()
    returned.styles.add_style("Secret", 1)
    returned.add_paragraph("另行约定的条款", style="Secret")
    target = io.BytesIO()
    returned.save(target)
    data = marked(document(["甲"]), target.getvalue(), foreign=True)
    assert "Secret" not in xml_of(data).decode()
    assert texts_after(data, accept) == [("另行约定的条款",)]
