"""Pages of a PDF as pictures and as text with places."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.documents.issue import draw
from app.documents.kinds import KINDS
from app.documents.page_pictures import draw_pages, read_pages
from app.documents.pdf import FontSet
from app.figures import Figures
from app.paths import resource
from app.translation import load_words
from tests.app.documents.case_one import CASE_ONE


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """The quotation of case one."""
    return draw(
        KINDS["quotation"],
        CASE_ONE,
        language="zh",
        fonts=FontSet.load(resource("fonts")),
        words=load_words("zh"),
        figures=Figures("zh"),
    ).data


def test_every_character_has_its_place_on_the_page(pdf: bytes) -> None:
    """The customer's name stands in one line, each letter right of the one before."""
    (page,) = read_pages(pdf)
    assert len(page.text) == len(page.boxes)
    start = page.text.index("幼苗幼儿园")
    boxes = page.boxes[start : start + 5]
    assert [box[0] for box in boxes] == sorted(box[0] for box in boxes)
    assert all(0 <= left < right <= page.width for left, _, right, _ in boxes)
    assert all(0 <= top < bottom <= page.height for _, top, _, bottom in boxes)


def test_the_mark_of_a_draft_is_no_text(pdf: bytes) -> None:
    """A word at the end that is the mark is left out; without one all is there."""
    (page,) = read_pages(pdf)
    last = page.text.rstrip()[-2:]
    (cut,) = read_pages(pdf, last)
    assert not cut.text.endswith(last)


def test_a_picture_is_as_large_as_asked(pdf: bytes) -> None:
    """A4 at two pixels a point, with some ink; pages that are not there are left out."""
    (picture,) = draw_pages(pdf, (0, 7), 2.0)
    assert (picture.page, picture.width, picture.height) == (0, 1191, 1684)
    assert len(picture.data) == picture.stride * picture.height
    assert set(picture.data[::4]) > {255}


def test_threads_wait_for_each_other(pdf: bytes) -> None:
    """Four threads reading and drawing at once get what one gets."""
    with ThreadPoolExecutor(4) as pool:
        texts = list(pool.map(lambda _turn: read_pages(pdf), range(12)))
    assert len(set(texts)) == 1
