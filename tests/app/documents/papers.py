"""Papers of case one, made once for all tests that look at them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec

from app.documents.issue import RenderedDocument, render
from app.documents.kinds import KINDS
from app.documents.passages import passages
from app.documents.pdf import FontSet
from app.documents.template import read_template
from app.figures import Figures
from app.paths import resource
from app.translation import Words, load_words
from tests.app.documents.case_one import CASE_ONE

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.revision import CustomerRevision
    from catalog.local_text import Language

FIGURES = Figures("zh")


@functools.cache
def chinese() -> Words:
    """The texts of Chinese papers."""
    return load_words("zh")


@functools.cache
def fonts() -> FontSet:
    """The bundled fonts."""
    return FontSet.load(resource("fonts"))


def made(
    kind_id: str,
    revision: CustomerRevision,
    *secrets: str,
    user_templates: Path | None = None,
    language: Language = "zh",
) -> RenderedDocument:
    """A paper of a revision, from a template below a folder where one is given."""
    template = None
    if user_templates is not None:
        template = read_template(user_templates / kind_id / language, bundled=False)
    return render(
        KINDS[kind_id],
        revision,
        language=language,
        fonts=fonts(),
        words=load_words(language),
        figures=Figures(language),
        secrets=secrets,
        template=template,
    )


@functools.cache
def case_one_paper(kind_id: str, language: Language = "zh") -> RenderedDocument:
    """A paper of case one."""
    return made(kind_id, CASE_ONE, language=language)


def changed(**fields: object) -> CustomerRevision:
    """Case one with some facts changed."""
    return msgspec.structs.replace(CASE_ONE, **fields)


def read_passages(docx: bytes) -> list[str]:
    """The passages of a paper, the parts of each joined by a bar."""
    return ["|".join(part for part in passage if part) for passage in passages(docx)]
