"""Leaflets of a quote say what the catalogue says, and nothing internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting.secrets import secrets_of
from app.services.offer_leaflets import write_leaflets
from tests.sample import sample_case, sample_catalog, work_out_case

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

QUOTE = sample_case(1).quote


def words_of(file: Path) -> str:
    """The text of a Word file."""
    from docx import Document

    return "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", ("固定电话", "比如一家幼儿园，家长十年来都打同一个号码。", "给您的利益")),
        ("en", ("Fixed telephone line", "For example, a kindergarten", "What you gain")),
    ],
)
def test_each_offering_of_the_quote_has_a_page(
    workspace: Workspace, tmp_path: Path, language: str, told: tuple[str, ...]
) -> None:
    """The line and the broadband of the bundle; no cost, margin or remark."""
    workspace.catalogs.save(sample_catalog().content)
    file = tmp_path / "leaflets.docx"
    quote = msgspec.structs.replace(QUOTE, language=language, notes="底线是六折")
    assert write_leaflets(workspace, quote, file) == 2
    text = words_of(file)
    assert all(part in text for part in told)
    secrets = secrets_of(work_out_case(1, quote).revision)
    assert "底线是六折" in secrets
    assert not [secret for secret in secrets if secret in text]


def test_nothing_said_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """An empty quote has no leaflets."""
    workspace.catalogs.save(sample_catalog().content)
    file = tmp_path / "leaflets.docx"
    assert write_leaflets(workspace, msgspec.structs.replace(QUOTE, items=()), file) == 0
    assert not file.exists()
