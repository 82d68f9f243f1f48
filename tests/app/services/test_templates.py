"""Promises of template management: a copy is edited, taken over, made the default, and used."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from docx import Document

from app.documents.template import find_template
from app.errors import RecordMissing, TemplateRefused
from app.quoting.paper_template import SHIPPED, TemplateDefault
from app.services.issue_documents import PaperKind, issue_documents
from app.services.preview import preview_paper
from app.services.template_defaults import (
    drop_default,
    make_default,
    remove_template,
    undo_change,
)
from app.services.template_versions import (
    Handing,
    copy_template,
    import_template,
    restore_version,
    take_over,
)
from app.services.templates import check_row, export_template, template_rows, word_file
from app.services.working_out import work_out_stored
from app.storage.template_store import hash_of
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.quoting.paper_template import PaperTemplate
    from app.services.templates import TemplateRow
    from app.services.workspace import Workspace

KINDERGARTEN = "QW-20261123-0001"
HANDING = Handing("王法务", "第一版", NOON.date(), NOON)


def _row(workspace: Workspace, identifier: str) -> TemplateRow:
    return next(row for row in template_rows(workspace) if row.id == identifier)


def _copy(workspace: Workspace, name: str = "园区报价", kind: str = "quotation") -> PaperTemplate:
    return copy_template(workspace, _row(workspace, f"{kind}/zh"), name, HANDING)


def _edit(file: Path, text: str, *, instead_of: str = "") -> None:
    """Type into the file as Word would: another text in a paragraph, or a new one."""
    document = Document(str(file))
    paragraphs = [one for one in document.paragraphs if instead_of and instead_of in one.text]
    if paragraphs:
        paragraphs[0].runs[0].text = text
        for run in paragraphs[0].runs[1:]:
            run.text = ""
    else:
        document.add_paragraph(text)
    document.save(str(file))


def _body(docx: bytes) -> str:
    return "\n".join(one.text for one in Document(io.BytesIO(docx)).paragraphs)


def test_copy_starts_with_the_shipped_text_as_version_one(workspace: Workspace) -> None:
    """It has a name, a person, a note and a day of its own, and a file that Word can open."""
    made = _copy(workspace)
    row = _row(workspace, made.id)
    assert (row.name, row.version, row.responsible) == ("园区报价", "1", "王法务")
    assert not row.changed
    assert row.file is not None
    assert row.file.read_bytes() == find_template("quotation", "zh").docx
    assert (made.versions[0].note, made.versions[0].valid_from) == ("第一版", NOON.date())


def test_name_is_taken_once_in_a_kind_and_language(workspace: Workspace) -> None:
    """Elsewhere it is free; an empty one is none."""
    _copy(workspace)
    for name in ("园区报价", " "):
        with pytest.raises(TemplateRefused):
            _copy(workspace, name)
    _copy(workspace, kind="order_form")


def test_saved_change_counts_only_when_it_is_taken_over(workspace: Workspace) -> None:
    """The list says changed; a new version keeps the older one."""
    made = _copy(workspace)
    _edit(word_file(workspace, made.id), "园区客户专用")
    assert _row(workspace, made.id).changed
    handing = Handing("李", "加一句", NOON.date() + timedelta(days=7), NOON)
    after = take_over(workspace, made.id, handing)
    assert [one.number for one in after.versions] == [1, 2]
    assert (after.versions[1].responsible, after.versions[1].note) == ("李", "加一句")
    assert not _row(workspace, made.id).changed
    with pytest.raises(TemplateRefused) as refusal:
        take_over(workspace, made.id, handing)
    assert refusal.value.problems[0].code == "template.unchanged"


def test_broken_tag_is_refused_with_page_and_paragraph(workspace: Workspace) -> None:
    """Nothing broken becomes a version; the file stays as it was saved."""
    made = _copy(workspace)
    file = word_file(workspace, made.id)
    _edit(file, "{{ custmer.name }}")
    count = len(Document(str(file)).element.body.xpath(".//w:p"))
    with pytest.raises(TemplateRefused) as refusal:
        take_over(workspace, made.id, HANDING)
    (problem,) = refusal.value.problems
    assert problem.code == "template.unknown_field"
    assert (problem.where.sheet, problem.where.row) == ("document", count)
    assert problem.where.page >= 1
    row = _row(workspace, made.id)
    assert (row.version, row.changed) == ("1", True)


def test_paper_that_would_lack_a_figure_is_a_finding(workspace: Workspace) -> None:
    """Fields that are printed only where nothing is shown pass the lint, not the trial."""
    made = _copy(workspace)
    file = word_file(workspace, made.id)
    document = Document(str(file))
    hidden = "{% if document.number == 'x' %}{{ price.contract.net }}{% endif %}"
    for paragraph in document.element.body.xpath(".//w:p[contains(., 'contract.net')]"):
        first, *others = paragraph.xpath(".//w:t")
        first.text = hidden
        for text in others:
            text.text = ""
    document.save(str(file))
    trial = check_row(workspace, _row(workspace, made.id))
    assert trial.blocked
    assert {one.code for one in trial.problems} == {"template.not_shown"}
    assert trial.pdf.startswith(b"%PDF")


def test_file_that_word_has_open_is_read_and_said_to_be_open(workspace: Workspace) -> None:
    """Word leaves a small file beside it; checking goes on."""
    made = _copy(workspace)
    file = word_file(workspace, made.id)
    file.with_name(f"~${file.name[2:]}").write_bytes(b"lock")
    row = _row(workspace, made.id)
    assert row.in_use
    assert not row.changed
    assert check_row(workspace, row).problems == ()


def test_older_version_comes_back_as_the_newest(workspace: Workspace) -> None:
    """Its text is in the Word file again, and no number is used twice."""
    made = _copy(workspace)
    _edit(word_file(workspace, made.id), "园区客户专用")
    take_over(workspace, made.id, HANDING)
    after = restore_version(workspace, made.id, 1, HANDING)
    assert [one.number for one in after.versions] == [1, 2, 3]
    assert after.versions[2].hash == after.versions[0].hash
    assert hash_of(word_file(workspace, made.id).read_bytes()) == after.versions[0].hash
    with pytest.raises(RecordMissing):
        restore_version(workspace, made.id, 9, HANDING)


def test_default_is_used_for_the_paper_and_written_down(sample: Workspace, tmp_path: Path) -> None:
    """The kindergarten's segment has a template of its own: its words stand in Word and preview."""
    made = _copy(sample)
    _edit(word_file(sample, made.id), "园区客户专用条件")
    take_over(sample, made.id, HANDING)
    revision = work_out_stored(sample, KINDERGARTEN)
    make_default(
        sample, TemplateDefault("quotation", "zh", made.id, revision.customer.segment), NOON
    )
    word, _pdf = issue_documents(sample, revision, [PaperKind.QUOTATION], tmp_path, now=NOON)
    assert "园区客户专用条件" in _body(word.path.read_bytes())
    record = sample.templates.made_from(revision.quote.id, hash_of(word.path.read_bytes()))
    assert record is not None
    assert (record.template, record.name, record.version) == (made.id, "园区报价", "2")
    assert word.made_from == record
    seen = preview_paper(sample, revision, "quotation", "zh", now=NOON)
    assert any("园区客户专用条件" in "".join(page.text.split()) for page in seen.pages)


def test_template_named_for_a_paper_comes_before_the_default(
    sample: Workspace, tmp_path: Path
) -> None:
    """The shipped one can be named as well; one of another kind cannot."""
    made = _copy(sample)
    revision = work_out_stored(sample, KINDERGARTEN)
    make_default(sample, TemplateDefault("quotation", "zh", made.id), NOON)
    word, _ = issue_documents(
        sample,
        revision,
        [PaperKind.QUOTATION],
        tmp_path,
        now=NOON,
        templates={("quotation", "zh"): SHIPPED},
    )
    assert word.made_from is not None
    assert word.made_from.template == SHIPPED
    other = _copy(sample, kind="order_form")
    with pytest.raises(RecordMissing):
        issue_documents(
            sample,
            revision,
            [PaperKind.QUOTATION],
            tmp_path,
            now=NOON,
            templates={("quotation", "zh"): other.id},
        )


def test_defaults_that_would_tie_are_refused(workspace: Workspace) -> None:
    """One for a segment, one for a brand: first say what holds for both."""
    one, other = _copy(workspace, "甲"), _copy(workspace, "乙")
    make_default(workspace, TemplateDefault("quotation", "zh", one.id, "SMB"), NOON)
    tie = TemplateDefault("quotation", "zh", other.id, "", "示例电信")
    with pytest.raises(TemplateRefused) as refusal:
        make_default(workspace, tie, NOON)
    assert refusal.value.problems[0].code == "template.default_clash"
    both = TemplateDefault("quotation", "zh", other.id, "SMB", "示例电信")
    make_default(workspace, both, NOON)
    make_default(workspace, tie, NOON)


def test_removal_is_undone_with_its_defaults(workspace: Workspace) -> None:
    """The texts were never gone."""
    made = _copy(workspace)
    make_default(workspace, TemplateDefault("quotation", "zh", made.id, "SMB"), NOON)
    before = workspace.templates.register()
    change = remove_template(workspace, made.id, NOON)
    assert workspace.templates.register().templates == ()
    undo_change(workspace, change, NOON)
    assert workspace.templates.register() == before
    change = drop_default(workspace, before.defaults[0], NOON)
    assert workspace.templates.register().defaults == ()
    undo_change(workspace, change, NOON)
    assert workspace.templates.register() == before


def test_word_file_of_others_is_brought_in_after_the_check(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A sound one has a version at once; one with a broken tag waits without, and is no default."""
    file = tmp_path / "ours.docx"
    file.write_bytes(find_template("quotation", "en").docx)
    made, trial = import_template(workspace, file, "quotation", "en", "Ours", HANDING)
    assert (len(made.versions), trial.problems) == (1, ())
    _edit(file, "{{ custmer.name }}")
    broken, trial = import_template(workspace, file, "quotation", "en", "Theirs", HANDING)
    assert broken.versions == ()
    assert [one.code for one in trial.problems] == ["template.unknown_field"]
    with pytest.raises(TemplateRefused):
        make_default(workspace, TemplateDefault("quotation", "en", broken.id), NOON)
    target = tmp_path / "out.docx"
    export_template(workspace, _row(workspace, made.id), target)
    assert target.read_bytes() == find_template("quotation", "en").docx


def _with_part(name: str, data: bytes, times: int = 1) -> bytes:
    """The shipped quotation with one part more, written again and again."""
    source = zipfile.ZipFile(io.BytesIO(find_template("quotation", "zh").docx))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in source.namelist():
            archive.writestr(part, source.read(part))
        with archive.open(name, "w", force_zip64=True) as opened:
            for _ in range(times):
                opened.write(data)
    return target.getvalue()


_HUGE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 60_000, 60_000)
HOSTILE: dict[str, Callable[[], bytes]] = {
    "picture_of_300_megabytes": lambda: _with_part("word/media/a.png", bytes(1 << 20), 300),
    "picture_of_60000_by_60000": lambda: _with_part("word/media/a.png", _HUGE),
    "macros": lambda: _with_part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "no_word_file": lambda: b"MZ\x90\x00",
    "half_a_file": lambda: find_template("quotation", "zh").docx[:4000],
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_file_is_refused_and_nothing_is_kept(
    name: str, workspace: Workspace, tmp_path: Path
) -> None:
    """The reason is a finding with a text, and no template is begun."""
    file = tmp_path / f"{name}.docx"
    file.write_bytes(HOSTILE[name]())
    with pytest.raises(TemplateRefused) as refusal:
        import_template(workspace, file, "quotation", "zh", name, HANDING)
    assert refusal.value.problems
    assert workspace.templates.register().templates == ()


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(10**9) %}x{% endfor %}",
        "{% for a in items recursive %}{{ loop(items) }}{% endfor %}",
        "{{ customer.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ price.margin }}",
    ],
)
def test_hostile_tag_is_a_finding_with_its_place(text: str, workspace: Workspace) -> None:
    """Endless loops and tricks with attributes never run: the lint stops them."""
    made = _copy(workspace)
    _edit(word_file(workspace, made.id), text)
    trial = check_row(workspace, _row(workspace, made.id))
    assert trial.blocked
    assert trial.pdf == b""
    assert all(one.where.row and one.where.page for one in trial.problems)
