"""Product offerings: what can be sold and quoted on its own (TMF620)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.characteristic import Characteristic
from catalog.charge import Charge, ChargeType
from catalog.local_text import LocalText
from catalog.period import ValidityPeriod
from catalog.selling_points import Fabe, Leaflet, Pitch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

EVERY_SEGMENT = "ALL"


class Lifecycle(StrEnum):
    """State of an offering in the market."""

    PLANNED = "planned"
    ON_SALE = "on_sale"
    FROZEN = "frozen"
    """Kept for customers who have it; not sold to others."""
    WITHDRAWN = "withdrawn"


class ProductOffering(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Something that can be quoted on its own, with its charges.

    Attributes:
        code: Unique in a catalogue.
        name: For people.
        family: Product family, such as VOICE.
        segments: Market segments that may buy it; ``ALL`` means everybody.
        charges: At least one.
        requires: The customer needs any one of these offerings; empty means none.
        excludes: None of these offerings may stand beside it.
        lifecycle: State in the market.
        valid: When it may be sold.
        benefit: What the customer gains.
        initials: Pinyin initials of the Chinese name, several readings separated by spaces;
            worked out when the catalogue is imported.
        pinyin: Its syllables, separated by spaces, several readings by ``|``; empty in catalogues
            that were imported before it was kept.
        areas: Where it may be sold; empty means everywhere.
        channels: Through whom it may be sold; empty means through all.
        migrates_to: Offerings that take its place once it is no longer sold, the best first.
        specification: Identifier of the ``ProductSpecification`` that it shares; empty for none.
        characteristics: Its own, beside those of the specification.
        lead_time: Days from the order until it works; 0 when nothing is promised.
        fabe: Feature, advantage, benefit, evidence.
        pitch: Three and a half sentences.
        leaflets: Pictures and PDFs about it.
    """

    code: str
    name: LocalText
    family: str
    segments: tuple[str, ...]
    charges: tuple[Charge, ...]
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    lifecycle: Lifecycle = Lifecycle.ON_SALE
    valid: ValidityPeriod = ValidityPeriod()
    benefit: LocalText = LocalText()
    initials: str = ""
    pinyin: str = ""
    areas: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    migrates_to: tuple[str, ...] = ()
    specification: str = ""
    characteristics: tuple[Characteristic, ...] = ()
    lead_time: int = 0
    fabe: Fabe = Fabe()
    pitch: Pitch = Pitch()
    leaflets: tuple[Leaflet, ...] = ()

    def sold_to(self, segments: Iterable[str]) -> bool:
        """Whether customers of any of the segments may buy it."""
        return EVERY_SEGMENT in self.segments or any(s in self.segments for s in segments)

    def usual_charges(self, day: date) -> tuple[Charge, ...]:
        """What it is quoted with first: a charge once and a recurring one, never two of a choice.

        Args:
            day: On which the charges have to be valid.
        """
        usual = [one for one in self.charges if one.valid.contains(day) and not one.instead_of]
        kinds = (ChargeType.ONE_TIME, ChargeType.RECURRING)
        found = (next((one for one in usual if one.type is kind), None) for kind in kinds)
        return tuple(one for one in found if one is not None)

    def either(self, code: str) -> tuple[str, ...]:
        """Codes of charges of which one is paid, the one that is asked about first."""
        leading = next((one.instead_of for one in self.charges if one.code == code), "") or code
        others = (one.code for one in self.charges if leading in (one.code, one.instead_of))
        return tuple(dict.fromkeys((code, *others)))
