"""Templates from the command line: listed, chosen by name for a paper, and the field guide."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from docx import Document

from app.quoting.paper_template import TemplateDefault
from app.services.template_defaults import make_default
from app.services.template_versions import Handing, copy_template
from app.services.templates import template_rows, word_file
from app.services.workspace import Workspace
from app.storage.template_store import hash_of
from tests.app.test_cli import run
from tests.app.test_cli_life import NUMBER, data, offers

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

__all__ = ["data", "offers"]

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _with_own_template(data: Path) -> None:
    """An order form of the user's, the default of parks, with a broken tag in its Word file."""
    workspace = Workspace.open(data)
    source = next(row for row in template_rows(workspace) if row.id == "order_form/zh")
    handing = Handing("王法务", "", date(2026, 1, 1), NOON)
    made = copy_template(workspace, source, "园区受理单", handing)
    make_default(workspace, TemplateDefault("order_form", "zh", made.id, "PARK"), NOON)
    document = Document(str(word_file(workspace, made.id)))
    document.add_paragraph("{{ custmer.name }}")
    document.save(str(word_file(workspace, made.id)))
    workspace.close()


def test_templates_are_listed_and_checked(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    """Twelve of the program's and one of the user's, which has changed and is broken."""
    _with_own_template(data)
    told = run(capsys, data, "templates")
    assert (told.code, len(told.out)) == (0, 13)
    (own,) = [line for line in told.out if "园区受理单" in line]
    assert own == "order_form/zh  园区受理单  1  王法务  [PARK] *"
    told = run(capsys, data, "templates", "--check")
    assert told.code == 1
    (line,) = [line for line in told.err if "error" in line]
    assert "custmer.name" in line
    assert line.startswith("order_form/zh:document:p3:")


def test_paper_is_made_from_the_named_template(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    """The name stands for its version; one that nobody knows is a failure."""
    _with_own_template(data)
    named = ("render", NUMBER, "order_form", "--out", tmp_path, "--template")
    assert run(capsys, data, *named, "园区受理单").code == 0
    workspace = Workspace.open(data)
    quote = workspace.quotes.search(NUMBER)[0].id
    record = workspace.templates.made_from(
        quote, hash_of((tmp_path / "order_form.docx").read_bytes())
    )
    workspace.close()
    assert record is not None
    assert (record.name, record.version) == ("园区受理单", "1")
    assert run(capsys, data, *named, "没有").code == 1


def test_field_guide_is_a_word_document(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    """Of one kind, with a row for each field; an unknown kind is not understood."""
    target = tmp_path / "guide.docx"
    assert run(capsys, data, "field-guide", "contract", "--out", target).code == 0
    (table,) = Document(str(target)).tables
    names = [row.cells[0].text for row in table.rows]
    assert "price.contract.net" in names
    assert "schedule[].rows" not in names
    assert run(capsys, data, "field-guide", "letter").code == 2
