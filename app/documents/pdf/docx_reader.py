"""Open a .docx: its parts, their relationships, its settings and its properties."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from app.documents.pdf.ooxml import attribute, child, flag, number, value
from app.documents.pdf.revision_marks import accept, has_marks, show

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLDEST = 12  # a document that does not say: Word 2007
_CORE = "docProps/core.xml"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_PROPERTIES = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


class Package:
    """The parts of one document, parsed when first asked for.

    Attributes:
        main: Name of the part that holds the text.
    """

    def __init__(self, docx: bytes, *, marked: bool = False) -> None:
        """Open the file.

        Args:
            docx: The whole content.
            marked: Tracked changes are made visible; otherwise they are accepted.

        Raises:
            ValueError: the bytes are no .docx.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(docx))
        except zipfile.BadZipFile as error:
            raise ValueError("not a .docx file") from error
        self._names = set(self._zip.namelist())
        self._marked = marked
        self._roots: dict[str, _Element | None] = {}
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.main = self._target_of_type("officeDocument") or "word/document.xml"
        if self.main not in self._names:
            raise ValueError("the file holds no Word document")

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(self._zip.namelist())

    def data(self, part: str) -> bytes:
        """Return a part's bytes; empty when it is not in the file."""
        return self._zip.read(part) if part in self._names else b""

    def root(self, part: str) -> _Element | None:
        """Return the parsed part, or None when it is not in the file."""
        if part not in self._roots:
            self._roots[part] = self._read(part) if part in self._names else None
        return self._roots[part]

    def _read(self, part: str) -> _Element:
        """Parse a part, with its tracked changes settled or made visible."""
        data = self.data(part)
        root = _parse(data)
        if has_marks(data):
            (show if self._marked else accept)(root)
        return root

    def sibling(self, kind: str, default: str) -> _Element | None:
        """Return the part that the main part names as its styles, numbering, settings or theme."""
        for type_, target in self._relationships(self.main).values():
            if type_ == kind:
                return self.root(target)
        return self.root(default)

    def target(self, part: str, relation: str | None) -> str:
        """Return the part or address that a relationship leads to; empty when there is none."""
        return self._relationships(part).get(relation or "", ("", ""))[1]

    def properties(self) -> dict[str, str]:
        """Return title, subject, creator, keywords as far as the file has them."""
        root = self.root(_CORE)
        if root is None:
            return {}
        found = {name: root.findtext(_DUBLIN + name) for name in ("title", "subject", "creator")}
        found["keywords"] = root.findtext(_PROPERTIES + "keywords")
        return {name: text for name, text in found.items() if text}

    def setting(self, name: str) -> str | None:
        """Return ``w:val`` of a document setting, or None."""
        return value(self.sibling("settings", "word/settings.xml"), name)

    def switched_on(self, *path: str) -> bool:
        """Tell whether an on/off setting, such as ``evenAndOddHeaders``, is on."""
        settings = self.sibling("settings", "word/settings.xml")
        return bool(flag(child(settings, *path[:-1]), path[-1]))

    def compatibility(self) -> int:
        """Return the version of Word whose layout the document asks for; 15 is Word 2013."""
        compat = child(self.sibling("settings", "word/settings.xml"), "compat")
        for setting in () if compat is None else compat:
            if attribute(setting, "name") == "compatibilityMode":
                return number(attribute(setting, "val"))
        return _OLDEST

    def _target_of_type(self, kind: str) -> str:
        return next((t for k, t in self._relationships("").values() if k == kind), "")

    def _relationships(self, part: str) -> dict[str, tuple[str, str]]:
        if part not in self._relations:
            folder, base = posixpath.split(part)
            root = self.root(posixpath.join(folder, "_rels", base + ".rels"))
            found: dict[str, tuple[str, str]] = {}
            for relation in () if root is None else root.iter(_RELATION):
                target = relation.get("Target", "")
                if relation.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
                kind = relation.get("Type", "").rpartition("/")[2]
                found[relation.get("Id", "")] = (kind, target)
            self._relations[part] = found
        return self._relations[part]


def _parse(xml: bytes) -> _Element:
    # Entities and network stay off: a part may come from anywhere.
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
