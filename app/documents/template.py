"""Word templates: find one and read its manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.template_limits import read_package
from app.errors import TemplateError
from app.paths import template_folder
from catalog.known_type import known
from catalog.local_text import Language
from catalog.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "template.docx"
"""Name of the text in a template's folder."""
_MANIFEST: Final = "template.toml"


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


def find_template(kind_id: str, language: Language) -> Template:
    """The program's own template of a kind in a language.

    Raises:
        TemplateError: If there is none, or it is damaged.
    """
    place = template_folder() / kind_id / language
    if not (place / FILE).is_file():
        raise TemplateError(f"{kind_id}/{language}", [Problem("template.not_found")])
    return read_template(place, bundled=True)


def read_template(place: Path, *, bundled: bool) -> Template:
    """The template that lies in a folder.

    Raises:
        TemplateError: If it is damaged, or larger than any text needs to be.
    """
    manifest = read_manifest(place)
    try:
        docx = read_package(place / FILE)
    except (OSError, ValueError) as error:
        fault = Problem("template.unreadable", parameters={"reason": str(error)})
        raise TemplateError(f"{manifest.kind}/{manifest.language}", [fault]) from error
    return Template(manifest, docx, bundled)


def own_template(
    kind_id: str, language: Language, docx: bytes, *, version: str, responsible: str = ""
) -> Template:
    """A template of the user's own; it has to hold what the program's own has to hold.

    Args:
        kind_id: Identifier of the kind.
        language: Language of its text.
        docx: The file.
        version: Number of its version.
        responsible: Who answers for it.

    Raises:
        TemplateError: If the kind has no template in the language.
    """
    shipped = find_template(kind_id, language).manifest
    manifest = msgspec.structs.replace(shipped, version=version, responsible=responsible)
    return Template(manifest, docx, bundled=False)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a template's folder.

    Raises:
        TemplateError: If it is missing or damaged.
    """
    try:
        return msgspec.toml.decode((folder / _MANIFEST).read_bytes(), type=known(Manifest))
    except (OSError, msgspec.DecodeError) as error:
        fault = Problem("template.manifest", parameters={"reason": str(error)})
        raise TemplateError(folder.name, [fault]) from error
