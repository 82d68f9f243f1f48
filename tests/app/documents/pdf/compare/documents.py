"""The Word files that are compared: papers of the worked cases, and files built by other hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.kinds import KINDS
from app.quoting.paper import for_customer
from tests.app.documents.papers import made
from tests.app.documents.pdf.foreign_files import FOREIGN
from tests.sample import CASES, revision_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.local_text import Language

_LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
_IN_ALL_LANGUAGES: Final = frozenset({"proposal", "contract"})


class Sample(msgspec.Struct, frozen=True):
    """One Word file; ``own`` ones are made from our templates, ``note`` says what is in it."""

    name: str
    docx: bytes
    own: bool
    note: str = ""


def samples() -> Iterator[Sample]:
    """Yield every document to compare."""
    for number in CASES:
        paper = for_customer(revision_of(number), draft=False)
        for kind in sorted(KINDS):
            for language in _LANGUAGES if kind in _IN_ALL_LANGUAGES else _LANGUAGES[:1]:
                if KINDS[kind].applies(paper) and language in KINDS[kind].languages:
                    made_one = made(kind, paper, language=language)
                    name = f"case-{number}-{kind}-{language}"
                    yield Sample(name, made_one.docx, own=True)
    for foreign in FOREIGN:
        yield Sample(foreign.name, foreign.build(), own=False, note=foreign.about)
