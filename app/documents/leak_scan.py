"""Search a produced file for internal figures: the last barrier before a customer sees it.

The types leave no place for cost or margin in a customer's document, and templates may only name
declared fields; this scan assumes that both have failed, and looks into every corner of the file:
hidden text, properties, comments, alternative texts, hidden sheets, metadata.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from app.documents.pdfium import opened, page_texts
from app.errors import IssueRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LEAST_DIGITS: Final = 4
"""Shorter numbers occur by accident in dates and quantities; the types guard those."""
LEAST_CHARACTERS: Final = 4
"""Shorter words occur by accident."""

_BLOCK_END: Final = re.compile(r"</(?:w:p|a:p|si|c|row|comment|text)>")
_MARKUP: Final = re.compile(r"<[^>]*>")
_ATTRIBUTE: Final = re.compile(r'="([^"]*)"')
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SEPARATORS: Final = re.compile(r"[\s,，'’_\u00a0\u2009]+")
_ITS_OWN: Final = ("word/document", "xl/worksheets/", "xl/sharedStrings")
"""Parts that no two papers have alike."""
_NUMBER: Final = re.compile(r"-?[¥￥]?[\d,，]+(\.\d+)?[%‰]?")


def refuse_leaks(data: bytes, secrets: Sequence[str], *, public: Sequence[str] = ()) -> None:
    """Refuse a file that shows an internal figure.

    Args:
        data: A .docx, .xlsx or PDF.
        secrets: Figures and remarks that must not be in it, as text.
        public: Figures that the document must show anyway: a secret that reads the same proves
            nothing and is left out.

    Raises:
        IssueRefused: With how many were found; not which, because messages are logged.
    """
    found = leaks(data, secrets, public=public)
    if found:
        raise IssueRefused(reason="internal_figures", count=len(found))


def leaks(data: bytes, secrets: Sequence[str], *, public: Sequence[str] = ()) -> tuple[str, ...]:
    """The secrets that a file shows, in the order given."""
    shown = {_plain(text) for text in public}
    wanted = [secret for secret in secrets if _is_telling(secret) and _plain(secret) not in shown]
    if not wanted:
        return ()
    text = "\n".join(set().union(*_passages(data)))
    return tuple(secret for secret in wanted if _pattern(secret).search(text))


def _is_telling(secret: str) -> bool:
    digits = sum(character.isdigit() for character in secret)
    if _NUMBER.fullmatch(secret.strip()):
        return digits >= LEAST_DIGITS
    return len(_folded(secret)) >= LEAST_CHARACTERS


def _pattern(secret: str) -> re.Pattern[str]:
    """A number matches on its own, with or without trailing zeros; a remark anywhere."""
    if not _NUMBER.fullmatch(secret.strip()):
        return re.compile(re.escape(_folded(secret)))
    whole, _, decimals = _plain(secret).partition(".")
    kept = decimals.rstrip("0")
    # Without its decimals a short whole number would be found in any quantity or date.
    bare = r"(\.0*)?" if len(whole) >= LEAST_DIGITS else r"\.0+"
    fraction = rf"\.{kept}0*" if kept else bare
    return re.compile(rf"(?<![\d.]){re.escape(whole)}{fraction}(?![\d])(?!\.\d)")


def _plain(text: str) -> str:
    """A number without sign of currency, separators or percent sign."""
    return _folded(text).strip("¥￥-%‰")


def _folded(text: str) -> str:
    # NFKC on purpose: a figure in full-width or circled digits is a leak as well.
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _passages(data: bytes) -> Iterator[frozenset[str]]:
    """Everything that a file says, folded."""
    if data.startswith(b"%PDF"):
        yield _all_folded(_pdf_passages(data))
    else:
        yield from _package_passages(data)


def _all_folded(passages: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_folded, set(passages)))


def _package_passages(data: bytes) -> Iterator[frozenset[str]]:
    """Every paragraph, cell, attribute and file name of an office file; pictures as raw text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield _all_folded((archive.comment.decode("latin-1"), *archive.namelist()))
        for name in archive.namelist():
            part = archive.read(name)
            if not name.endswith((".xml", ".rels", ".vml")):
                yield _all_folded(re.findall(r"[ -~]{4,}", _without_pixels(part).decode("latin-1")))
            else:
                yield (_told if name.startswith(_ITS_OWN) else _often_told)(part)


def _told(part: bytes) -> frozenset[str]:
    """What a part in XML says: block by block, piece by piece, and in its attributes."""
    said, text = set[str](), part.decode("utf-8", errors="replace")
    for block in _BLOCK_END.split(text):
        pieces = _MARKUP.split(block)
        said.add("".join(pieces))
        said.update(piece for piece in pieces if piece.strip())
    # No attribute goes beyond the mark that ends a block: all at once.
    return _all_folded({*_ATTRIBUTE.findall(text), *map(_unescaped, said)})


_often_told = lru_cache(maxsize=48)(_told)
"""Styles, settings and themes are the same in every paper of a template; they are read once."""


def _without_pixels(part: bytes) -> bytes:
    """A picture without its compressed pixels, in which any short number occurs by accident."""
    if not part.startswith(_PNG):
        return part
    kept, position = b"", len(_PNG)
    while position + 8 <= len(part):
        length = int.from_bytes(part[position : position + 4], "big")
        end = position + 12 + length
        if part[position + 4 : position + 8] != b"IDAT":
            kept += part[position:end]
        position = end
    return kept


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)


def _pdf_passages(data: bytes) -> Iterator[str]:
    """Every line of every page, on the page or beside it, and the document information."""
    with opened(data) as document:
        yield from document.get_metadata_dict().values()
    for text in page_texts(data):
        yield from text.splitlines()
