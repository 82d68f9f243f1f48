"""Where, through whom and with which words an offering is sold, both ways.

Places, channels and attachments are the standard's; the selling texts are in our extension.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog.selling_points import Fabe, Leaflet, Pitch
from catalog.tmf620.group_writing import local_text as languages_of
from catalog.tmf620.intake import extension_of, local_name, local_text, needed_text
from catalog.tmf620.names import camel
from catalog.tmf620.price_writing import extended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.offering import ProductOffering
    from catalog.tmf620.json_node import JsonNode
    from catalog.tmf620.names import Resource

ATTACHMENT = "AttachmentRefOrValue"


def sold_where(offering: ProductOffering) -> Resource:
    """Places, channels and attachments of an offering."""
    written: Resource = {}
    if offering.areas:
        written["place"] = _references(offering.areas)
    if offering.channels:
        written["channel"] = _references(offering.channels)
    if offering.leaflets:
        written["attachment"] = [_attachment(leaflet) for leaflet in offering.leaflets]
    return written


def selling_extension(offering: ProductOffering) -> Resource:
    """Lead time and selling texts."""
    written: Resource = {"leadTimeDays": offering.lead_time} if offering.lead_time else {}
    for name, texts in (("fabe", offering.fabe), ("pitch", offering.pitch)):
        if texts:
            written[name] = {
                camel(field): languages_of(getattr(texts, field))
                for field in texts.__struct_fields__
                if languages_of(getattr(texts, field))
            }
    return written


def selling_read(node: JsonNode) -> dict[str, Any]:
    """The fields of an offering that ``sold_where`` and ``selling_extension`` write."""
    extension = extension_of(node)
    leaflets = []
    for attached in node.children("attachment"):
        hashed = extension_of(attached).text("contentHash")
        if not hashed:
            node.not_kept("attachment")
            continue
        name = local_name(attached, extension_of(attached))
        leaflets.append(Leaflet(name, attached.text("mimeType"), hashed))
    return {
        "areas": tuple(needed_text(place, "id") for place in node.children("place")),
        "channels": tuple(needed_text(channel, "id") for channel in node.children("channel")),
        "lead_time": extension.count("leadTimeDays") or 0,
        "fabe": _texts(extension.child("fabe"), Fabe),
        "pitch": _texts(extension.child("pitch"), Pitch),
        "leaflets": tuple(leaflets),
    }


def _texts(node: JsonNode | None, kind: type[Fabe | Pitch]) -> Fabe | Pitch:
    if node is None:
        return kind()
    return kind(**{name: local_text(node, camel(name)) for name in kind.__struct_fields__})


def _attachment(leaflet: Leaflet) -> Resource:
    written: Resource = {"name": leaflet.name.zh, "mimeType": leaflet.media_type}
    extension: Resource = {"contentHash": leaflet.content}
    if leaflet.name.en:
        extension["nameEn"] = leaflet.name.en
    return extended(written, ATTACHMENT, extension)


def _references(codes: Iterable[str]) -> list[Resource]:
    return [{"id": code, "name": code} for code in codes]
