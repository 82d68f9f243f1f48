"""Places, channels and attachments are the standard's; the selling texts are ours."""

from __future__ import annotations

from catalog.selling_points import Fabe, Pitch
from catalog.tmf620.selling import selling_extension, selling_read, sold_where
from tests.builders import an_offering
from tests.catalog.detailed import detailed_content
from tests.catalog.tmf620.samples import a_node, codes


def test_where_an_offering_is_sold_is_said_in_the_standard() -> None:
    """An offering without any of it has none of the members."""
    rich = detailed_content().offerings[0]
    written = sold_where(rich)
    assert written["place"] == [{"id": "SH", "name": "SH"}, {"id": "JS", "name": "JS"}]
    assert written["channel"] == [{"id": "direct", "name": "direct"}]
    assert written["attachment"] == [
        {
            "name": "单页",
            "mimeType": "application/pdf",
            "quotewright": {"contentHash": "ab" * 32, "nameEn": "leaflet"},
            "@type": "QuotewrightAttachmentRefOrValue",
            "@baseType": "AttachmentRefOrValue",
        }
    ]
    extension = selling_extension(rich)
    assert extension["leadTimeDays"] == 15
    assert sold_where(an_offering()) == selling_extension(an_offering()) == {}


def test_an_attachment_that_we_do_not_have_is_told() -> None:
    """A link of somebody else is no leaflet; nothing is fetched."""
    node = a_node(attachment=[{"name": "Brochure", "url": "https://example.org/a.pdf"}])
    read = selling_read(node)
    assert read["leaflets"] == ()
    assert (read["fabe"], read["pitch"], read["lead_time"]) == (Fabe(), Pitch(), 0)
    assert codes(node) == ["exchange.not_kept"]
