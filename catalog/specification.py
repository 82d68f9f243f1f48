"""ProductSpecification: what several offerings technically are (TMF620)."""

from __future__ import annotations

import msgspec

from catalog.characteristic import Characteristic
from catalog.local_text import LocalText
from catalog.period import ValidityPeriod


class ProductSpecification(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What offerings that name it share; prices are the offerings' own.

    Attributes:
        id: Unique among the specifications of a catalogue.
        name: For people.
        brand: Under which it is sold.
        description: What it is.
        characteristics: What is settled when it is quoted.
        valid: When it may be used.
    """

    id: str
    name: LocalText
    brand: str = ""
    description: LocalText = LocalText()
    characteristics: tuple[Characteristic, ...] = ()
    valid: ValidityPeriod = ValidityPeriod()
