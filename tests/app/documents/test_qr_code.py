"""The QR code decodes: by a reader of its own, from the picture of the page."""

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image

from app.documents.docx_seal import qr_picture
from app.documents.pdf.seal import EDGE, QUIET, module_width, modules, qr_operators
from tests.app.documents.qr_reading import NoCode, is_block, modules_in, said, text_of

_SIGNATURE = "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6DZPJSXGZLJ" * 3
TICKET = (
    "QW-20261123-0003:A:QWC7D-E42FB-MN5SX-K2LP3:31304400:2026-12-08:1:0123456789ABCDEF:"
    f"{_SIGNATURE[:103]}"
)
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def test_the_reader_reads_a_code_worked_out_by_others() -> None:
    """HELLO WORLD in version 1-M, data and check words as tutorials of the standard print them."""
    data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    check = [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]
    assert is_block([*data, *check], len(check))
    assert not is_block([33, *data[1:], *check], len(check))
    assert said(data) == "HELLO WORLD"


def test_a_ticket_is_read_from_its_modules() -> None:
    """All of it, in version 7 or 8, in four blocks, with a version word."""
    rows = modules(TICKET)
    assert len(rows) in {45, 49}
    assert text_of(rows) == TICKET


def test_texts_of_every_length_are_read() -> None:
    """Versions 1 to 8, odd and even numbers of letters, every letter."""
    random = Random(5)  # noqa: S311 (reproducible examples, no secrets)
    sizes = set()
    for length in (1, 21, 39, 62, 91, 123, 155, 221):
        text = "".join(random.choices(_LETTERS, k=length))
        rows = modules(text)
        sizes.add(len(rows))
        assert text_of(rows) == text
    assert sizes == {21, 25, 29, 33, 37, 41, 45, 49}


def test_any_wrong_module_is_noticed() -> None:
    """The reader corrects nothing; alignment patterns and what is left over are not looked at."""
    rows = modules(TICKET)
    random = Random(7)  # noqa: S311 (as above)
    noticed = 0
    for _ in range(200):
        i, j = random.randrange(len(rows)), random.randrange(len(rows))
        wrong = [list(row) for row in rows]
        wrong[i][j] = not wrong[i][j]
        try:
            noticed += text_of(wrong) != TICKET
        except NoCode:
            noticed += 1
    assert noticed >= 180


def test_the_picture_in_a_word_document_is_read() -> None:
    """Six pixels a module and a white edge."""
    with Image.open(io.BytesIO(qr_picture(TICKET))) as picture:
        assert text_of(modules_in(picture)) == TICKET


def test_a_picture_without_a_code_is_none() -> None:
    """White paper."""
    with pytest.raises(NoCode):
        modules_in(Image.new("L", (200, 200), 255))


def test_the_code_lies_at_the_edge_of_the_page() -> None:
    """Drawn on white, three millimetres from the corner."""
    drawn = qr_operators(TICKET, 595.0).splitlines()
    assert drawn[0] == "q 1 1 1 rg"
    assert EDGE + (len(modules(TICKET)) + QUIET) * module_width(len(modules(TICKET))) < 52


def test_a_code_that_nobody_signed_keeps_within_the_narrowest_margins() -> None:
    """18 mm beside and 15 mm below the text of a quotation: no page number is covered."""
    across = len(modules("QW-20261123-0001:A:BFTN6-K9XSM-SR3PS-LYRK2"))
    assert across == 29
    assert EDGE + (across + QUIET) * module_width(across) < 15 * 72 / 25.4
