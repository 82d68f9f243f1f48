"""Names of files from a pattern, such as every file system takes them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from catalog.local_text import Language

FIELDS: Final = ("kind", "paper", "number", "revision", "customer", "title", "date", "language")
"""What a pattern may name in braces."""

_FORBIDDEN: Final = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]'
)
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$", re.IGNORECASE
)
_NAMED: Final = re.compile(r"\{([^{}]*)\}")
_LONGEST: Final = 180
"""Bytes: 255 is the limit of most file systems; a number and the suffix come after it."""
_INSTEAD: Final = "_"


def unknown_fields(pattern: str) -> tuple[str, ...]:
    """What a pattern names that does not exist, in order."""
    return tuple(name for name in _NAMED.findall(pattern) if name not in FIELDS)


def file_name(pattern: str, values: Mapping[str, str]) -> str:
    """The name of a file without its suffix.

    Characters that a file system refuses are replaced, dots and spaces at the end go, names of
    devices (``CON``, ``LPT1``) get a mark, and what is too long is cut.

    Args:
        pattern: With fields in braces, such as ``{customer}-{paper}``; others stay as they are.
        values: By field.
    """
    filled = _NAMED.sub(lambda found: values.get(found[1], found[0]), pattern)
    name = _FORBIDDEN.sub(_INSTEAD, unicodedata.normalize("NFC", filled))
    name = _cut(" ".join(name.split())).strip(" .")
    if _RESERVED.match(name):
        name = f"{_INSTEAD}{name}"
    return name or _INSTEAD


def _cut(name: str) -> str:
    """As much as fits in the length, never half a character."""
    return name.encode()[:_LONGEST].decode(errors="ignore")


def paper_file_name(
    pattern: str, revision: Revision, kind: str, language: Language, *, own: Language
) -> str:
    """The name of the files of a paper of a revision, see ``quote_file_name``."""
    name, label = revision.customer.name, revision.label
    return quote_file_name(pattern, revision.quote, (name, label), (kind, language), own=own)


def quote_file_name(
    pattern: str,
    quote: Quote,
    known: tuple[str, str],
    paper: tuple[str, Language],
    *,
    own: Language,
) -> str:
    """The name of the files of a paper; no two papers of a quote have one name.

    Args:
        pattern: The paper is added where it is not named, and the language where it is not the
            quote's own.
        quote: That the paper is of.
        known: The customer's name, and the letter of the revision.
        paper: Its kind and its language.
        own: Language of the quote.
    """
    kind, language = paper
    if "{kind}" not in pattern and "{paper}" not in pattern:
        pattern = f"{pattern}-{{paper}}"
    if language != own and "{language}" not in pattern:
        pattern = f"{pattern}-{{language}}"
    words = load_words(language)
    title = f"paper.{kind}.title"
    values = {
        "kind": kind,
        "paper": words(title) if title in words else kind,
        "number": quote.number,
        "revision": known[1],
        "customer": known[0],
        "title": quote.title,
        "date": quote.price_date.isoformat(),
        "language": language,
    }
    return file_name(pattern, values)
