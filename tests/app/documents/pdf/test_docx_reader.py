"""Opening packages, whole or with parts missing."""

from __future__ import annotations

import io
import zipfile

import pytest

from app.documents.pdf import convert
from app.documents.pdf.docx_reader import Package
from tests.app.documents.pdf.documents import FONTS, new_document, saved, words_of


def without(data: bytes, part: str) -> bytes:
    """Return a package without one of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        "word/styles.xml",
        "word/settings.xml",
        "word/numbering.xml",
        "word/theme/theme1.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
    ],
)
def test_missing_parts_do_no_harm(part: str) -> None:
    """A document without styles, theme or properties still shows its words."""
    document = new_document()
    document.add_heading("标题", 1)
    document.add_paragraph("正文", style="List Number")
    words = words_of(convert(without(saved(document), part), fonts=FONTS).data)
    assert words.endswith("正文")
    assert words.startswith("标题")


def test_package_without_text_is_refused() -> None:
    """A package without a main part is no Word document."""
    with pytest.raises(ValueError, match="no Word document"):
        Package(without(saved(new_document()), "word/document.xml"))


def test_relationships_lead_to_parts_and_addresses() -> None:
    """Targets inside the package are made absolute, addresses stay as they are."""
    document = new_document()
    relation = document.part.relate_to("https://example.com/a?b=1", "hyperlink", is_external=True)
    package = Package(saved(document))
    assert package.main == "word/document.xml"
    assert package.target(package.main, relation) == "https://example.com/a?b=1"
    assert package.target(package.main, "rId999") == ""
    assert package.sibling("styles", "") is not None


def test_entities_are_not_expanded() -> None:
    """A part that declares entities cannot read files or blow up memory."""
    data = saved(new_document())
    target = io.BytesIO()
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>'
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, bomb if name == "docProps/core.xml" else old.read(name))
    root = Package(target.getvalue()).root("docProps/core.xml")
    assert root is not None
    assert "boom" not in "".join(str(text) for text in root.itertext())
