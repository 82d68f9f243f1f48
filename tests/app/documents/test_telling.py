"""A proposal tells what the quote has taken in, in both languages, and nothing internal."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.documents.docx_package import picture_frames
from app.documents.issue import render
from app.documents.kinds import KINDS
from app.documents.logo_picture import fitted_logo
from app.documents.pdf import FontSet
from app.documents.readback import pdf_pages
from app.documents.template import find_template
from app.figures import Figures
from app.paths import resource
from app.quoting.paper import for_customer
from app.quoting.secrets import secrets_of
from app.quoting.telling import Chapter, Telling
from app.quoting.telling_edits import with_own_terms, with_telling
from app.translation import load_words
from tests.app.documents.telling import LIMIT, SECRET, TELLING, logo_picture
from tests.sample import sample_case, work_out_case

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from catalog.local_text import Language


def written(quote: Quote, language: Language = "zh", logo: bytes = b"") -> tuple[bytes, str]:
    """The proposal of a quote: Word file, and the words of its PDF without spaces."""
    revision = work_out_case(1, quote).revision
    done = render(
        KINDS["proposal"],
        for_customer(revision, draft=True, logo=logo),
        language=language,
        fonts=FontSet.load(resource("fonts")),
        words=load_words(language),
        figures=Figures(language),
        secrets=secrets_of(revision),
    )
    return done.docx, "".join("".join(page.split()) for page in pdf_pages(done.pdf))


def test_chapters_are_told_in_chinese() -> None:
    """Claims with value and evidence, the case with its numbers, leaflet, proof and link."""
    quote = with_own_terms(with_telling(sample_case(1).quote, TELLING), ("寒暑假停机保号不收费",))
    _, text = written(quote)
    for told in (
        *(
            "为什么选择我们",
            "网络稳定",
            "家长随时打得通",
            "全年接通率99.2%",
            "随附：网络质量检测报告",
        ),
        *("成功案例", "星光幼儿园每月少花96元", "月均话费下降12.5%", "固定电话单页"),
        *("随附资料", "固定电话：https://demo.example.cn/pstn", "特别约定", "寒暑假停机保号不收费"),
    ):
        assert told in text, told
    for hidden in (LIMIT.limit.zh, LIMIT.answer.zh, "演示话机一部", "X通"):
        assert hidden not in text


def test_chapters_are_told_in_english() -> None:
    """The same quote for a customer who reads English."""
    quote = msgspec.structs.replace(with_telling(sample_case(1).quote, TELLING), language="en")
    _, text = written(quote, "en")
    for told in ("Whyus", "Asteadynetwork", "Successstories", "12.5%lessamonth", "Whatcomesalong"):
        assert told in text, told


def test_a_quote_without_any_has_no_such_chapters() -> None:
    """What nobody has taken in is not announced."""
    _, text = written(sample_case(1).quote)
    for told in ("为什么选择我们", "成功案例", "随附资料", "特别约定"):
        assert told not in text, told


@pytest.mark.parametrize(
    ("chapter", "heading"),
    [
        (Chapter.SITUATION, "为什么以典型月为准"),
        (Chapter.ANGLES, "换个角度看"),
        (Chapter.PROOF, "用数字证明"),
        (Chapter.FEATURES, "从特点到利益"),
        (Chapter.SERVICE, "四零服务"),
        (Chapter.COMPANY, "关于我们"),
        (Chapter.STEPS, "下一步"),
    ],
)
def test_each_chapter_can_be_left_out(chapter: Chapter, heading: str) -> None:
    """It is there otherwise; the totals and the validity stay."""
    quote = sample_case(1).quote
    assert heading in written(quote)[1]
    text = written(with_telling(quote, Telling((chapter,))))[1]
    assert heading not in text
    assert "8,016.00" in text
    assert "有效期至2026年12月8日" in text


def test_a_story_that_nobody_permitted_never_gets_in() -> None:
    """Neither by the edit, nor printed where it stands in a quote all the same."""
    with pytest.raises(ValueError, match="permitted"):
        with_telling(sample_case(1).quote, Telling(stories=(SECRET,)))
    forced = msgspec.structs.replace(sample_case(1).quote, telling=Telling(stories=(SECRET,)))
    _, text = written(forced)
    assert "明月宾馆" not in text
    assert "不许外传" not in text


def test_more_than_three_differences_are_refused() -> None:
    """Nobody remembers four."""
    with pytest.raises(ValueError, match="4"):
        with_telling(sample_case(1).quote, Telling(differences=TELLING.differences * 2))


def test_the_logo_stands_on_the_cover_unbent() -> None:
    """A square in a frame of 4 : 1 is as high as the frame; without one the frame is gone."""
    from PIL import Image

    template = find_template("proposal", "zh").docx
    frame = picture_frames(template)["customer_logo"]
    fitted = fitted_logo(logo_picture(), frame)
    with Image.open(io.BytesIO(fitted)) as picture:
        assert picture.size == (1680, 420)
        assert picture.getpixel((210, 210)) == (192, 0, 0)
        assert picture.getpixel((840, 210)) == (255, 255, 255)
    docx, _ = written(sample_case(1).quote, logo=logo_picture())
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert any(archive.read(name) == fitted for name in archive.namelist())
    assert "customer_logo" in picture_frames(docx)
    assert "customer_logo" not in picture_frames(written(sample_case(1).quote)[0])
