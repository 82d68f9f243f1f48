"""Word templates: find one, read its manifest, and lint it before anybody relies on it."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.kind import DocumentKind, known_names
from app.documents.kinds import KINDS
from app.documents.tags import full_width_braces, tag_faults, unbalanced, used_names
from app.errors import TemplateError
from app.paths import template_folder
from catalog.local_text import Language
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from app.documents.pdf import FontSet

_FILE: Final = "template.docx"
_MANIFEST: Final = "template.toml"
_FAMILY: Final = "宋体"


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``template.toml`` says about the template beside it.

    Attributes:
        kind: Identifier of the document kind.
        language: Language of its text.
        version: Raised whenever the text changes; printed nowhere, kept with issued documents.
        responsible: Department that answers for the text.
        fields: Fields that the text must print.
        clauses: Headings that the text must hold.
    """

    kind: str
    language: Language
    version: str
    responsible: str
    fields: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


class Template(msgspec.Struct, frozen=True):
    """A template that was found.

    Attributes:
        manifest: What is known about it.
        docx: The file.
        bundled: It came with the program; others are filled in a killable worker.
    """

    manifest: Manifest
    docx: bytes
    bundled: bool

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.manifest.kind}/{self.manifest.language}"


def find_template(kind_id: str, language: Language, user_folder: Path | None = None) -> Template:
    """Find the template of a kind in a language; the user's own comes before the program's.

    Args:
        kind_id: Identifier of the kind.
        language: Language of the document.
        user_folder: Folder with the user's own templates, laid out like ``templates``.

    Raises:
        TemplateError: If there is none, or its manifest is damaged.
    """
    places = [(user_folder, False)] if user_folder else []
    for folder, bundled in (*places, (template_folder(), True)):
        if folder is not None and (folder / kind_id / language / _FILE).is_file():
            place = folder / kind_id / language
            manifest = _manifest(place)
            return Template(manifest, (place / _FILE).read_bytes(), bundled)
    raise TemplateError(f"{kind_id}/{language}", ["template.not_found"])


def lint_template(
    path: Path, *, kinds: Mapping[str, DocumentKind] = KINDS, fonts: FontSet | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with a template.

    Args:
        path: Folder that holds ``template.docx`` and ``template.toml``.
        kinds: Known kinds.
        fonts: When given, characters that no bundled font can draw are reported.

    Returns:
        Errors and warnings; the same for the same files.
    """
    try:
        manifest = _manifest(path)
        kind = kinds[manifest.kind]
        parts = _paragraphs(path / _FILE)
    except TemplateError as error:
        return (_problem("template.manifest", reason="; ".join(error.reasons)),)
    except KeyError as error:
        return (_problem("template.manifest", reason=str(error)),)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        return (_problem("template.unreadable", reason=str(error)),)
    found = list(_tag_marks(parts))
    if not found:
        found += _tag_content(path / _FILE, manifest, kind)
    found += _clauses(parts, manifest)
    if fonts is not None:
        found += _glyphs(parts, fonts)
    return tuple(found)


def _manifest(folder: Path) -> Manifest:
    try:
        return msgspec.toml.decode((folder / _MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError) as error:
        raise TemplateError(folder.name, [f"{_MANIFEST}: {error}"]) from error


def _paragraphs(file: Path) -> dict[str, list[str]]:
    """The text of every paragraph, by part."""
    from app.documents.passages import docx_parts

    return docx_parts(file.read_bytes())


def _tag_marks(parts: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Tags that are not closed in their paragraph, and braces of the Chinese keyboard."""
    for part, paragraphs in parts.items():
        for number, text in enumerate(paragraphs, start=1):
            where = Place(sheet=part, row=number)
            if near := unbalanced(text):
                yield Problem("template.unbalanced", Severity.ERROR, where, {"near": near})
            if near := full_width_braces(text):
                yield Problem("template.full_width", Severity.ERROR, where, {"near": near})


def _tag_content(file: Path, manifest: Manifest, kind: DocumentKind) -> Iterator[Problem]:
    """Fields and constructs that are not allowed, and mandatory fields that are not there."""
    from app.documents.word import tag_sources

    known = known_names(kind.guide)
    used: set[str] = set()
    broken = False
    for part, source in tag_sources(file.read_bytes()):
        faults = tag_faults(source, known, part)
        yield from faults
        broken = broken or any(fault.code == "template.syntax" for fault in faults)
        if not broken:
            used |= used_names(source)
    for field in manifest.fields:
        if not broken and field not in used:
            yield _problem("template.field_missing", field=field)


def _clauses(parts: Mapping[str, list[str]], manifest: Manifest) -> Iterator[Problem]:
    titles = {re.sub(r"\s", "", text) for text in parts.get("document", [])}
    for clause in manifest.clauses:
        if re.sub(r"\s", "", clause) not in titles:
            yield _problem("template.clause_missing", clause=clause)


def _glyphs(parts: Mapping[str, list[str]], fonts: FontSet) -> Iterator[Problem]:
    characters = {character for texts in parts.values() for text in texts for character in text}
    for character in sorted(characters):
        if character.isspace() or not fonts.find(character, _FAMILY, bold=False).missing:
            continue
        yield Problem(
            "template.missing_glyph",
            Severity.WARNING,
            Place(),
            {"character": character, "code": f"U+{ord(character):04X}"},
        )


def _problem(code: str, **parameters: str) -> Problem:
    return Problem(code, Severity.ERROR, Place(), parameters)
