"""What an account manager says about an offering: FABE, three and a half sentences, leaflets."""

from __future__ import annotations

import msgspec

from catalog.local_text import LocalText


class Fabe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The FABE record: from what it has to what the customer gains, with proof.

    Attributes:
        feature: What it has, as a fact.
        advantage: What that makes better than before.
        benefit: What this customer gains.
        evidence: What proves it.
    """

    feature: LocalText = LocalText()
    advantage: LocalText = LocalText()
    benefit: LocalText = LocalText()
    evidence: LocalText = LocalText()

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return self != Fabe()


class Pitch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """三句半: three sentences and a half one, spoken to introduce an offering.

    Attributes:
        what_it_is: Put simply, it is...
        whom_it_suits: It suits particularly...
        what_it_brings: Once it is used...
        example: For example...
    """

    what_it_is: LocalText = LocalText()
    whom_it_suits: LocalText = LocalText()
    what_it_brings: LocalText = LocalText()
    example: LocalText = LocalText()

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return self != Pitch()


class Leaflet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A picture or PDF about an offering; the file itself is kept by its hash.

    Attributes:
        name: For people.
        media_type: ``application/pdf``, ``image/png`` or ``image/jpeg``.
        content: SHA-256 of the file, 64 hexadecimal digits in lower case.
    """

    name: LocalText
    media_type: str
    content: str


MEDIA_TYPES = ("application/pdf", "image/png", "image/jpeg")
"""What a leaflet may be."""
