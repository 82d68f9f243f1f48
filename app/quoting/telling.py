"""What the proposal of a quote tells besides its offer: chapters, differences, stories, material.

A quote takes the texts themselves, so what was approved is printed whatever becomes of the library.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.quoting.sales_library import Difference, SuccessStory
from catalog.local_text import LocalText
from catalog.selling_points import Leaflet


class Chapter(StrEnum):
    """Chapters of a proposal that can be left out, in printed order."""

    SITUATION = "situation"
    ANGLES = "angles"
    PROOF = "proof"
    FEATURES = "features"
    SERVICE = "service"
    COMPANY = "company"
    STEPS = "steps"


class DemoLink(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where something can be seen: what it shows, and the address."""

    name: LocalText
    link: str


class Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a proposal tells.

    Attributes:
        left_out: Chapters that it does without.
        differences: What we do better, three at most.
        stories: What others gained; whom they tell of has permitted it.
        leaflets: Files that come with it.
        demos: Where what is offered can be seen.
        logo: The customer's own, on the cover; ``None`` for none.
    """

    left_out: tuple[Chapter, ...] = ()
    differences: tuple[Difference, ...] = ()
    stories: tuple[SuccessStory, ...] = ()
    leaflets: tuple[Leaflet, ...] = ()
    demos: tuple[DemoLink, ...] = ()
    logo: Leaflet | None = None

    @property
    def files(self) -> tuple[Leaflet, ...]:
        """What comes along: leaflets, and files that prove something, each once."""
        proofs = (one.proof for one in self.differences if one.proof is not None)
        return tuple(dict.fromkeys((*self.leaflets, *proofs)))
