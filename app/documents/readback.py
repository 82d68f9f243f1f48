"""Read a written document again and compare it with the revision that it was made from.

Three questions, each answered from the finished files: does the Word document show every figure of
the revision, did every tag go, and does the PDF say the same words as the Word document, no more
and no less?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.documents.passages import docx_parts, furniture_patterns, passages, squeezed
from app.documents.pdfium import page_texts
from app.errors import ReadbackDiffers
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.kind import PrintedFigure

_TAG: Final = re.compile(r"\{[{%#]|[}%#]\}")
_NUMBER: Final = re.compile(r"[\d,.]*\d")
# What the PDF may show between two paragraphs of the document: numbers of clauses and lists.
_LABEL: Final = re.compile(
    r"(第[一二三四五六七八九十百]+[条章节]|Article\d+|\d+(\.\d+)*[.、]?|[（(][\d一二三四五六七八九十]+[）)]|[•●·■])*"
)
_SHOWN: Final = 24


def compare(
    name: str,
    docx: bytes,
    pdf: bytes,
    printed: Sequence[PrintedFigure],
    *,
    draft_mark: str = "",
) -> None:
    """Compare both files with what must be printed, and with each other.

    Args:
        name: What the document is called, for messages.
        docx: The Word document.
        pdf: The PDF made from it.
        printed: What the document must show.
        draft_mark: Text that the PDF carries across every page; empty for none.

    Raises:
        ReadbackDiffers: With every difference and its place.
    """
    read = passages(docx)
    differences = [
        *missing_figures(read, printed),
        *unresolved_tags(docx),
        *text_differences(docx, read, pdf_pages(pdf), draft_mark),
    ]
    if differences:
        raise ReadbackDiffers(name, differences)


def missing_figures(
    read: Sequence[Sequence[str]], printed: Sequence[PrintedFigure]
) -> list[Problem]:
    """The figures that no passage shows together."""
    found: list[Problem] = []
    for figure in printed:
        texts = [squeezed(text) for text in figure.texts]
        if not any(_holds_all(passage, texts) for passage in read):
            found.append(
                _told("readback.missing", place=figure.place, text=" / ".join(figure.texts))
            )
    return found


def unresolved_tags(docx: bytes) -> list[Problem]:
    """Tags of the template language that are still in the document."""
    return [
        _told("readback.tag", part=part, paragraph=str(number), text=text[:_SHOWN])
        for part, texts in docx_parts(docx).items()
        for number, text in enumerate(texts, start=1)
        if _TAG.search(text)
    ]


def pdf_pages(pdf: bytes) -> list[str]:
    """The text of every page, squeezed."""
    # PDFium marks a hyphen at the end of a line with U+FFFE.
    return [squeezed(text.replace("\ufffe", "-")) for text in page_texts(pdf)]


def text_differences(
    docx: bytes, read: Sequence[Sequence[str]], pages: Sequence[str], draft_mark: str
) -> list[Problem]:
    """The first place where the PDF's words leave those of the Word document, if any."""
    mark = squeezed(draft_mark)
    unmarked = [number for number, page in enumerate(pages, 1) if not page.endswith(mark)]
    if unmarked:
        return [_told("readback.unmarked", page=str(unmarked[0]))]
    furniture = furniture_patterns(docx)
    body = "".join(_body_of(page, furniture, mark) for page in pages)
    repeated = {text for passage in read for text in passage if text}
    position = 0
    for passage in read:
        for text in passage:
            start = body.find(text, position) if text else position
            if start < 0:
                near = body[position : position + _SHOWN]
                return [_told("readback.lacks", text=text[:_SHOWN], near=near)]
            between = body[position:start]
            if not _explained(between, repeated):
                return [_told("readback.adds", text=between[:_SHOWN], before=text[:_SHOWN])]
            position = start + len(text)
    rest = body[position:]
    return [] if _explained(rest, repeated) else [_told("readback.adds_at_end", text=rest[:_SHOWN])]


def _told(code: str, **parameters: str) -> Problem:
    return Problem(code, parameters=parameters)


def _holds_all(passage: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether a passage shows every text; a number must stand alone, not inside a longer one."""
    return all(any(_shows(part, text) for part in passage) for text in texts)


def _shows(part: str, text: str) -> bool:
    if not _NUMBER.fullmatch(text):
        return text in part
    return re.search(rf"(?<!\d)(?<!\d[,.]){re.escape(text)}(?![\d%])(?!\.\d)", part) is not None


def _explained(between: str, repeated: set[str]) -> bool:
    """Whether text that only the PDF has is a clause number or a repeated table heading."""
    if _LABEL.fullmatch(between):
        return True
    for text in sorted(repeated, key=len, reverse=True):
        if text in between and len(text) > 1:
            between = between.replace(text, "", 1)
    return _LABEL.fullmatch(between) is not None


def _body_of(page: str, furniture: Sequence[re.Pattern[str]], draft_mark: str) -> str:
    """The text of a page without its draft mark, header and footer."""
    body = page.removesuffix(draft_mark) if draft_mark else page
    for pattern in furniture:
        body = pattern.sub("", body, count=1)
    return body
