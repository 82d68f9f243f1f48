"""What a document with tracked changes says when all of them are accepted, or all refused."""

from __future__ import annotations

from lxml import etree

from app.documents.contract_reading import read_contract, with_part
from app.documents.pdf.docx_reader import Package
from app.documents.pdf.revision_marks import accept, reject


def settled_texts(docx: bytes, *, accepted: bool, note: int = 0) -> list[tuple[str, ...]]:
    """The texts of the passages of a document, every change accepted or refused.

    Args:
        docx: With tracked changes.
        accepted: Whether they are accepted.
        note: How many paragraphs at its beginning are a note and left out.

    Raises:
        ValueError: The bytes are no Word document.
    """
    main = Package(docx).main
    raw = Package(docx).data(main)
    root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    (accept if accepted else reject)(root)
    settled = with_part(docx, main, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
    return [passage.texts for passage in read_contract(settled).passages[note:]]
