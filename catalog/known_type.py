"""Types that msgspec knows before several threads read values of them.

msgspec works out what a type looks like when it first meets it, and keeps the description while it
is still being filled, because a type may hold itself. Another thread that meets the same type at
that moment reads half a description, and the whole program ends. So whoever has bytes, or plain
values, made into a type of ours hands the type over by ``known``; a test of the architecture holds
everybody to it.
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec

if TYPE_CHECKING:
    from collections.abc import Hashable

Kind = TypeVar("Kind")

_WORKING_OUT = Lock()


def known(kind: Kind) -> Kind:
    """The same type, once its description is whole; a fraction of a microsecond after that."""
    with _WORKING_OUT:
        _work_out(cast("Hashable", kind))
    return kind


@cache
def _work_out(kind: Hashable) -> None:
    msgspec.json.Decoder(kind)
