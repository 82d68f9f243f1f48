"""Relations of an office file: what it would load, run or carry along."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from app.storage.foreign.findings import GateFinding, finding

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_FORBIDDEN = {
    "oleObject": "gate.embedded_object",
    "package": "gate.embedded_object",
    "control": "gate.active_control",
    "activeXControlBinary": "gate.active_control",
    "aFChunk": "gate.imported_chunk",
    "vbaProject": "gate.macros",
    "attachedTemplate": "gate.attached_template",
    "subDocument": "gate.linked_document",
    "frame": "gate.linked_document",
    "externalLink": "gate.linked_workbook",
    "externalLinkPath": "gate.linked_workbook",
    "ddeLink": "gate.linked_workbook",
    "connections": "gate.data_connection",
    "keyMapCustomizations": "gate.macros",
}
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


def check_relation(
    part: str, attributes: Mapping[str, str], names: Collection[str]
) -> tuple[GateFinding | None, GateFinding | None]:
    """Check one relation.

    Args:
        part: The part of relations that it is in, such as ``word/_rels/document.xml.rels``.
        attributes: Of the ``Relationship`` element.
        names: All part names, in lower case.

    Returns:
        The refusal and the warning that it gives rise to, if any.
    """
    kind = attributes.get("Type", "").rpartition("/")[2]
    target = attributes.get("Target", "")
    if kind in _FORBIDDEN:
        return finding(_FORBIDDEN[kind], part=part, target=target), None
    if attributes.get("TargetMode", "").lower() == "external":
        if kind == "hyperlink":
            safe = _SAFE_LINK.match(target.strip()) is not None
            return None if safe else finding("gate.unsafe_link", part=part, target=target), None
        return finding("gate.external_target", part=part, target=target), None
    if target.startswith("#"):
        return None, None
    folder = posixpath.dirname(posixpath.dirname(part))
    full = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    if full.lower() not in names:
        return None, finding("gate.missing_part", part=part, target=target)
    return None, None
