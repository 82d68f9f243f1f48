"""The authority file as it is written: what each field may say, before limits are resolved."""

from __future__ import annotations

from datetime import date

import msgspec

from app.quoting.authority.matrix import FlagRule, Function, Level, Scope, Window
from catalog.local_text import LocalText


class WrittenConsultation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A function and the value beyond which it is asked, as text."""

    function: str
    beyond: str


class WrittenCriterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A criterion with its limits as text.

    Attributes:
        limits: One per level, lowest level first: a number, ``none`` for no bound, or another
            level and a distance from its limit, such as ``L3-15``.
    """

    id: str
    name: LocalText
    limits: tuple[str, ...] = ()
    smallest: bool = False
    unit: str = "percent"
    measure: str = ""
    scope: Scope = Scope()
    consult: tuple[WrittenConsultation, ...] = ()


class WrittenAuthority(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One edition of the authority matrix as a file says it; the unsigned limit is in yuan."""

    version: str
    levels: tuple[Level, ...]
    criteria: tuple[WrittenCriterion, ...]
    flags: tuple[FlagRule, ...] = ()
    valid_from: date | None = None
    functions: tuple[Function, ...] = ()
    window: Window = Window()
    unsigned_limit: str = "0"
