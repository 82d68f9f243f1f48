"""The codes on papers: what they say, where they stand, and what they do not tell."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from PIL import Image

from app.approval.event import Person
from app.approval.signing.ticket import short_code
from app.documents.docx_package import packed
from app.documents.docx_seal import read_sealed_docx
from app.documents.passages import squeezed
from app.documents.pdfium import opened
from app.documents.sealed_paper import read_sealed
from app.services.issue_documents import PaperKind, issue_documents
from app.services.printed_codes import seal_of
from app.services.quote_life import doing, submit
from app.services.signed_exchange import import_decision
from app.services.verifying import verify_file
from app.services.verifying_any import verify_any, verify_given, verify_typed
from app.services.working_out import work_out_stored
from tests.app.documents.qr_reading import modules_in, text_of
from tests.app.services.conftest import NOON
from tests.app.services.test_signed_exchange import CAMPUS, KEYS, answered, submitted

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace


def test_attack_17_the_printed_code_tells_nothing_of_hidden_figures(
    sample: Workspace, tmp_path: Path
) -> None:
    """No file shows a digit of the fingerprint, or the number that its code is salted with.

    The same content under two requests has two codes.
    """
    fingerprint = "0" * 64
    codes_of = {short_code(fingerprint, nonce) for nonce in ("a" * 32, "b" * 32)}
    assert len(codes_of) == 2
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    revision = work_out_stored(sample, CAMPUS)
    files = issue_documents(sample, revision, (PaperKind.CONTRACT,), tmp_path, now=NOON, final=True)
    event = sample.life.history(CAMPUS).entries[0].event
    assert short_code(event.fingerprint, event.operation) in _text_of(files[1].path)
    for file in files:
        text = _text_of(file.path).lower()
        assert event.fingerprint[:8] not in text
        assert event.operation[:8] not in text


def _text_of(path: Path) -> str:
    """All that a file says: its parts, or its pages and keywords; without white space."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        sealed = read_sealed(data)
        return squeezed(sealed.ticket + "".join(sealed.pages))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = (archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
        return squeezed("".join(parts))


def test_the_qr_code_is_read_from_the_printed_page(sample: Workspace, tmp_path: Path) -> None:
    """By a reader that shares nothing with what draws it."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    kinds = (PaperKind.QUOTATION,)
    revision = work_out_stored(sample, CAMPUS)
    issued = issue_documents(sample, revision, kinds, tmp_path, now=NOON, final=True)
    data = issued[1].path.read_bytes()
    with opened(data) as document:
        page = document[0]
        picture = page.render(scale=6).to_pil().convert("L")
        page.close()
    corner = picture.crop((picture.width - 480, picture.height - 480, *picture.size))
    assert text_of(modules_in(corner)) == read_sealed(data).ticket


def test_a_word_file_carries_the_same_code_as_the_pdf(sample: Workspace, tmp_path: Path) -> None:
    """At the foot, in its properties and as a picture; a changed total is noticed."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    revision = work_out_stored(sample, CAMPUS)
    kinds = (PaperKind.CONTRACT,)
    docx, pdf = issue_documents(sample, revision, kinds, tmp_path, now=NOON, final=True)
    data, organisation = docx.path.read_bytes(), sample.signing.organisation()
    sealed = read_sealed_docx(data)
    assert sealed.ticket == read_sealed(pdf.path.read_bytes()).ticket
    found = verify_any(data, (), organisation, KEYS["root"].public, NOON.date())
    assert (found.genuine, found.current) == (True, True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with Image.open(io.BytesIO(parts["word/media/qr.png"])) as picture:
        assert text_of(modules_in(picture)) == sealed.ticket
    total = f"{revision.priced.totals.contract.net_amount / 100:,.2f}".encode()
    assert total in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(total, b"1.00")
    told = verify_any(packed(parts), (), organisation, KEYS["root"].public, NOON.date())
    assert [line.parameters for line in told.lines] == [{"reason": "sign_other_paper"}]


def test_a_decision_file_tells_the_code_of_its_papers(sample: Workspace) -> None:
    """Whoever holds it compares the letters with those at the foot of a paper."""
    submitted(sample)
    data = answered(sample)
    organisation = sample.signing.organisation()
    found = verify_file(data, organisation, KEYS["root"].public, NOON.date())
    event = sample.life.history(CAMPUS).entries[0].event
    code = short_code(event.fingerprint, event.operation)
    assert [line.parameters for line in found.lines if line.key == "letters"] == [{"code": code}]


def test_where_nobody_signs_a_qr_code_says_the_letters(sample: Workspace, tmp_path: Path) -> None:
    """Number, revision and the letters at the foot, read from the page; the register knows them."""
    revision = work_out_stored(sample, "Q0001")
    submit(sample, revision, doing(Person("M002", "王芳", "L1"), NOON))
    kinds = (PaperKind.CONTRACT,)
    docx, pdf = issue_documents(sample, revision, kinds, tmp_path, now=NOON, final=True)
    data = pdf.path.read_bytes()
    with opened(data) as document:
        page = document[0]
        picture = page.render(scale=6).to_pil().convert("L")
        page.close()
    corner = picture.crop((picture.width - 480, picture.height - 480, *picture.size))
    line = text_of(modules_in(corner))
    seal = seal_of(sample.life.history("Q0001"), revision)
    assert line == f"{revision.quote.number}:A:{seal.code}" == seal.ticket
    assert read_sealed(data).ticket == read_sealed_docx(docx.path.read_bytes()).ticket == line
    day = NOON.date()
    found = [verify_typed(sample, typed, day).lines[0].key for typed in (line, seal.code)]
    assert found == ["letters_register"] * 2
    assert verify_given(sample, pdf.path, day).genuine
