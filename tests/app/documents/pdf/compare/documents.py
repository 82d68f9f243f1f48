"""The Word files that are compared: papers of the worked cases, and files built by other hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.paper import for_customer
from tests.app.documents.papers import made
from tests.app.documents.pdf.foreign_files import FOREIGN
from tests.sample import CASES, revision_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sample(msgspec.Struct, frozen=True):
    """One Word file; ``own`` ones are made from our templates, ``note`` says what is in it."""

    name: str
    docx: bytes
    own: bool
    note: str = ""


def samples() -> Iterator[Sample]:
    """Yield every document to compare."""
    for number in CASES:
        for kind in ("proposal", "contract"):
            paper = made(kind, for_customer(revision_of(number), draft=False))
            yield Sample(f"case-{number}-{kind}", paper.docx, own=True)
    for foreign in FOREIGN:
        yield Sample(foreign.name, foreign.build(), own=False, note=foreign.about)
