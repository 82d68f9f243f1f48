"""Promises of the finished package."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.shared import Mm
from PIL import Image

from app.documents.docx_package import finished, picture_frames


def _png(colour: str) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (4, 2), colour).save(target, "PNG")
    return target.getvalue()


def _with_picture(name: str) -> bytes:
    document = Document()
    shape = document.add_paragraph().add_run().add_picture(io.BytesIO(_png("grey")), width=Mm(100))
    shape._inline.docPr.set("descr", name)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _media(docx: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return [archive.read(n) for n in archive.namelist() if n.startswith("word/media/")]


def test_placeholder_picture_is_replaced_by_its_name() -> None:
    """The alternative text says which chart belongs there."""
    chart = _png("blue")
    assert _media(finished(_with_picture("bills"), title="", pictures={"bills": chart})) == [chart]


def test_other_pictures_stay() -> None:
    """A logo is nobody's chart."""
    done = finished(_with_picture("logo"), title="", pictures={"bills": _png("blue")})
    assert _media(done) == [_png("grey")]


def test_frame_of_a_placeholder_is_what_word_shows() -> None:
    """100 mm wide, half as high, in EMU (36,000 to the millimetre)."""
    assert picture_frames(_with_picture("bills")) == {"bills": (3_600_000, 1_800_000)}


def test_title_is_escaped() -> None:
    """A company's name may hold an ampersand."""
    done = finished(_with_picture("x"), title="A&B", pictures={})
    assert Document(io.BytesIO(done)).core_properties.title == "A&B"


def test_bytes_do_not_depend_on_the_clock() -> None:
    """Every entry carries the same moment."""
    with zipfile.ZipFile(io.BytesIO(finished(_with_picture("x"), title="", pictures={}))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"
