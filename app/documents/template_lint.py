"""The lint of Word templates: what is wrong with one, where, and what to do about it.

Whatever a file holds, the answer is a list of findings within seconds: bounds are checked before
anything is unpacked, tags before anything is parsed as a template, and nothing is filled.
"""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Final

import msgspec
from lxml import etree

from app.documents.kind import DocumentKind, known_names
from app.documents.kinds import KINDS
from app.documents.tags import TAG, full_width_braces, tag_faults, unbalanced, used_names
from app.documents.template import FILE, Manifest, read_manifest
from app.documents.template_limits import read_package
from app.errors import TemplateError
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from app.documents.pdf import FontSet

_FAMILY: Final = "宋体"
_BODY: Final = "document"


def lint_template(
    path: Path, *, kinds: Mapping[str, DocumentKind] = KINDS, fonts: FontSet | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with a template.

    Args:
        path: Folder that holds ``template.docx`` and ``template.toml``.
        kinds: Known kinds.
        fonts: When given, characters that no bundled font can draw are reported, and findings
            name the page.

    Returns:
        Errors and warnings; the same for the same files. ``where`` holds kind and language, the
        part of the document, the page and the paragraph, as far as there are any.
    """
    try:
        manifest = read_manifest(path)
        kind = kinds[manifest.kind]
        docx = read_package(path / FILE)
    except TemplateError as error:
        return tuple(_problem(one.code, **one.parameters) for one in error.problems)
    except KeyError as error:
        return (_problem("template.manifest", reason=str(error)),)
    except (OSError, ValueError) as error:
        return (_problem("template.unreadable", reason=str(error)),)
    return lint_docx(docx, manifest, kind, fonts=fonts)


def lint_docx(
    docx: bytes, manifest: Manifest, kind: DocumentKind, *, fonts: FontSet | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with the text of a template; see ``lint_template``.

    Args:
        docx: The file, within bounds (``app.documents.template_limits.too_large``).
        manifest: What it has to hold.
        kind: The kind that it is of.
        fonts: As in ``lint_template``.
    """
    try:
        parts = _paragraphs(docx)
    except (OSError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        return (_problem("template.unreadable", reason=str(error)),)
    found = list(_tag_marks(parts))
    if not found:
        found += _tag_content(docx, manifest, kind)
        found += _references(docx)
    found += _clauses(parts, manifest)
    if fonts is not None:
        found += _glyphs(parts, fonts)
        found = _with_pages(found, docx, fonts)
    name = f"{manifest.kind}/{manifest.language}"
    return tuple(_placed(problem, file=name) for problem in found)


def _paragraphs(docx: bytes) -> dict[str, list[str]]:
    """The text of every paragraph, by part."""
    from app.documents.passages import docx_parts

    return docx_parts(docx)


def _tag_marks(parts: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Tags that are not closed in their paragraph, and braces of the Chinese keyboard."""
    for part, paragraphs in parts.items():
        for number, text in enumerate(paragraphs, start=1):
            where = Place(sheet=part, row=number)
            if near := unbalanced(text):
                yield Problem("template.unbalanced", Severity.ERROR, where, {"near": near})
            if near := full_width_braces(text):
                yield Problem("template.full_width", Severity.ERROR, where, {"near": near})


def _tag_content(docx: bytes, manifest: Manifest, kind: DocumentKind) -> Iterator[Problem]:
    """Fields and constructs that are not allowed, and mandatory fields that are not there."""
    from app.documents.template_places import tag_places
    from app.documents.word import tag_sources

    places = tag_places(docx)
    torn = [
        Problem(
            "template.split",
            Severity.ERROR,
            Place(sheet=part, row=tag.paragraph),
            {"near": tag.near},
        )
        for part, tags in places.items()
        for tag in tags
        if tag.split
    ]
    yield from torn
    known = known_names(kind.guide)
    used: set[str] = set()
    broken = bool(torn)
    for part, source in () if broken else tag_sources(docx):
        # A tag a line: the line of a fault is then the number of its tag.
        lines = TAG.sub(lambda tag: f"\n{' '.join(tag.group().split())}", source.replace("\n", " "))
        faults = tag_faults(lines, known, part)
        tags = places.get(part, [])
        whole = len(TAG.findall(source)) == len(tags)
        for fault in faults:
            number = fault.where.row - 2
            if whole and 0 <= number < len(tags):
                told = fault.parameters | {"near": tags[number].near}
                near = msgspec.structs.replace(fault, parameters=told)
                yield _placed(near, row=tags[number].paragraph)
            else:
                yield _placed(fault, row=0)
        broken = broken or any(fault.code in _UNREAD for fault in faults)
        if not broken:
            used |= used_names(source)
    for field in manifest.fields:
        if not broken and field not in used:
            yield _problem("template.field_missing", _BODY, field=field)


_UNREAD: Final = frozenset({"template.syntax", "template.too_deep"})


def _references(docx: bytes) -> Iterator[Problem]:
    """References to articles whose heading has no number or has lost its bookmark.

    Clauses chosen from the library may refer to any article, so whoever prints them needs all.
    """
    from app.documents.fields.clauses import REFERRED
    from app.documents.references import numbered_articles
    from app.documents.template_places import tag_places

    tags = [(part, tag) for part, found in tag_places(docx).items() for tag in found]
    named: dict[str, Place] = {}
    for part, tag in tags:
        for match in _SEE.finditer(tag.text):
            named.setdefault(match[1], Place(sheet=part, row=tag.paragraph))
    if any(_ADDED.search(tag.text) for _, tag in tags):
        named = {**{name: Place(sheet=_BODY) for name in REFERRED}, **named}
    if not named:
        return
    try:
        marked = numbered_articles(docx)
    except (ValueError, KeyError, RecursionError):
        return  # what cannot be read has its own finding when it is filled
    for name, where in named.items():
        if name in REFERRED and name not in marked:
            told = {"article": name, "bookmark": f"article_{name}"}
            yield Problem("template.bookmark_missing", Severity.ERROR, where, told)


_SEE: Final = re.compile(r"\b(?:see|number)\.([a-z_]+)")
_ADDED: Final = re.compile(r"\bin\s+(?:added\.|articles\b)")


def _clauses(parts: Mapping[str, list[str]], manifest: Manifest) -> Iterator[Problem]:
    """Headings that are missing; the place is that of the heading before it."""
    rows = {re.sub(r"\s", "", text): row for row, text in enumerate(parts.get(_BODY, []), start=1)}
    before, row = "", 0
    for clause in manifest.clauses:
        title = re.sub(r"\s", "", clause)
        if title in rows:
            before, row = clause, rows[title]
            continue
        where = Place(sheet=_BODY, row=row)
        told = {"clause": clause, "before": before or "-"}
        yield Problem("template.clause_missing", Severity.ERROR, where, told)


def _glyphs(parts: Mapping[str, list[str]], fonts: FontSet) -> Iterator[Problem]:
    """Characters that no font has, each where it first stands."""
    first: dict[str, Place] = {}
    for part, paragraphs in parts.items():
        for number, text in enumerate(paragraphs, start=1):
            for character in text:
                first.setdefault(character, Place(sheet=part, row=number))
    for character in sorted(first):
        if character.isspace() or not fonts.find(character, _FAMILY, bold=False).missing:
            continue
        told = {"character": character, "code": f"U+{ord(character):04X}"}
        yield Problem("template.missing_glyph", Severity.WARNING, first[character], told)


def _with_pages(found: Iterable[Problem], docx: bytes, fonts: FontSet) -> list[Problem]:
    """The findings with the page of each paragraph of the body, where it can be laid out."""
    from app.documents.template_places import pages_of

    problems = list(found)
    if not any(problem.where.row and problem.where.sheet == _BODY for problem in problems):
        return problems
    try:
        pages = pages_of(docx, fonts)
    except (ValueError, KeyError, RecursionError):
        return problems  # what cannot be laid out has its own finding when it is filled
    return [
        _placed(problem, page=pages.get(problem.where.row, 0))
        if problem.where.sheet == _BODY
        else problem
        for problem in problems
    ]


def _placed(problem: Problem, **place: str | int) -> Problem:
    where = msgspec.structs.replace(problem.where, **place)
    return msgspec.structs.replace(problem, where=where)


def _problem(code: str, part: str = "", **parameters: str) -> Problem:
    return Problem(code, Severity.ERROR, Place(sheet=part), parameters)
