"""Small Word templates for tests, each a few paragraphs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from pathlib import Path

    from app.documents.kind import FieldValue

KNOWN = frozenset({"name", "rows", "rows[]", "rows[].net"})
VALUES: dict[str, FieldValue] = {"name": "幼苗幼儿园", "rows": [{"net": "92.01"}, {"net": "22.08"}]}


def small_template(*paragraphs: str, author: str = "", header: str = "") -> bytes:
    """A .docx with these paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.author = author
    if header:
        document.sections[0].header.paragraphs[0].text = header
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def template_folder_with(folder: Path, docx: bytes, manifest: str) -> Path:
    """A folder laid out as a template's."""
    folder.mkdir(parents=True)
    (folder / "template.docx").write_bytes(docx)
    (folder / "template.toml").write_text(manifest, encoding="utf-8")
    return folder
