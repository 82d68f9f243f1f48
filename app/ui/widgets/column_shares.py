"""Shares of the room that several columns of a table divide among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def uneven_shares(titles: Mapping[int, int], room: int) -> dict[int, int]:
    """Widths of the columns whose titles need more than an equal share; the others share the rest.

    Args:
        titles: Pixels that the title of each column needs.
        room: Pixels that there are for all of them.

    Returns:
        Widths by column; empty where equal shares do, or where the titles have no room anyway.
    """
    if sum(titles.values()) > room:
        return {}
    found: dict[int, int] = {}
    while len(found) < len(titles):
        share = (room - sum(found.values())) // (len(titles) - len(found))
        more = {at: need for at, need in titles.items() if at not in found and need > share}
        if not more:
            break
        found |= more
    return found
