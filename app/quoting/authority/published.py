"""PublishedEdition: limits and people that somebody has put in force, sealed in a chain.

An edition is never changed; the next one stands below it and holds its digest, so that who has
changed limits, when, and to what, cannot be altered unnoticed.
"""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec

from app.quoting.authority.matrix import AuthorityMatrix, edition_on
from app.quoting.authority.source import AuthoritySource, edition_of_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.problem import Problem

_DOMAIN: Final = b"quotewright/authority/1\n"


class PublishedEdition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits and people as published.

    Attributes:
        sequence: From 1, without gaps.
        source: What holds; its ``version`` and ``valid_from`` are those of the publication.
        at: When it was published, with its time zone.
        by: Staff number of who did it.
        name: His name.
        note: Why.
        previous: Digest of the edition published before; empty for the first.
        digest: SHA-256 of all this, hexadecimal.
    """

    sequence: int
    source: AuthoritySource
    at: datetime
    by: str
    name: str
    note: str = ""
    previous: str = ""
    digest: str = ""

    @property
    def version(self) -> str:
        """Names the edition in every verdict."""
        return self.source.written.version

    @property
    def valid_from(self) -> date:
        """First day on which it holds."""
        return self.source.written.valid_from or date.min


def seal_edition(edition: PublishedEdition, last: PublishedEdition | None) -> PublishedEdition:
    """An edition as the next one of the chain."""
    sequence, previous = (last.sequence + 1, last.digest) if last is not None else (1, "")
    bare = msgspec.structs.replace(edition, sequence=sequence, previous=previous, digest="")
    return msgspec.structs.replace(bare, digest=_digest(bare))


def _digest(edition: PublishedEdition) -> str:
    bare = msgspec.structs.replace(edition, digest="")
    content = msgspec.json.encode(bare, order="deterministic")
    return sha256(_DOMAIN + content).hexdigest()


def broken_at(published: Sequence[PublishedEdition]) -> int:
    """Number of the first edition that was changed or is missing; 0 when every link holds."""
    previous = ""
    for sequence, edition in enumerate(published, start=1):
        if (
            edition.sequence != sequence
            or edition.previous != previous
            or edition.digest != _digest(edition)
        ):
            return sequence
        previous = edition.digest
    return 0


def own_editions(
    shipped: Sequence[AuthorityMatrix], published: Sequence[PublishedEdition], today: date
) -> tuple[tuple[AuthorityMatrix, ...], tuple[Problem, ...]]:
    """Every edition that holds on some day, each with the people of today; and what is wrong.

    Those that come with the program hold until the first one of one's own, and never after it. Of
    two that begin on a day the one published last holds. Who may decide is asked on the day of a
    decision, so all editions have the people of the one that holds today.

    Args:
        shipped: What comes with the program.
        published: In their order.
        today: The day.
    """
    if not published:
        return tuple(shipped), ()
    first = min(edition.valid_from for edition in published)
    earlier = [one for one in shipped if (one.valid_from or date.min) < first]
    by_day = {edition.valid_from: edition for edition in published}
    own: list[AuthorityMatrix] = []
    problems: list[Problem] = []
    for edition in by_day.values():
        matrix, found = edition_of_source(edition.source)
        problems.extend(problem for problem in found if problem.blocks)
        own.extend([matrix] if matrix is not None else [])
    editions = [*earlier, *own]
    if problems:
        return (), tuple(problems)
    staff = edition_on(editions, today).staff
    return tuple(msgspec.structs.replace(one, staff=staff) for one in editions), ()
