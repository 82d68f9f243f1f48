"""with_editions(): rules with the editions of discount authority that hold, one's own first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.errors import ImportRejected
from app.quoting.authority import edition_on
from app.quoting.authority.published import own_editions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.authority import AuthorityMatrix
    from app.quoting.authority.published import PublishedEdition
    from app.quoting.freezing import Rulebook


def with_editions(
    rules: Rulebook, shipped: Sequence[AuthorityMatrix], published: Sequence[PublishedEdition]
) -> Rulebook:
    """Rules with the editions of authority that hold.

    Args:
        rules: Pricing and the rest.
        shipped: Editions that come with the program.
        published: Editions of one's own.

    Raises:
        ImportRejected: A published edition has a mistake in the eyes of this program.
    """
    today = datetime.now().astimezone().date()
    editions, problems = own_editions(shipped, published, today)
    if problems:
        raise ImportRejected(problems)
    return rules._replace(authority=edition_on(editions, today), editions=editions)
