"""Defaults of templates that leave some customer undecided."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from app.quoting.paper_template import SAID, said

if TYPE_CHECKING:
    from app.quoting.paper_template import TemplateDefault, TemplateRegister


def clashes(register: TemplateRegister) -> tuple[tuple[TemplateDefault, TemplateDefault], ...]:
    """Defaults that leave some customer undecided: both fit him, say equally much, and differ.

    Returns:
        Pairs, that of the segment first; a default for all that both name settles them.
    """
    places = {one.place for one in register.defaults}
    ranked = sorted(register.defaults, key=lambda one: (not one.segment, not one.brand))
    return tuple(
        (one, other)
        for one, other in combinations(ranked, 2)
        if (one.kind, one.language, said(one)) == (other.kind, other.language, said(other))
        and one.template != other.template
        and (both := _both(one, other)) is not None
        and both not in places
    )


def _both(one: TemplateDefault, other: TemplateDefault) -> tuple[str, str, str, str, str] | None:
    """What a default for all that two of them name would be for; ``None`` where none fits both."""
    named = []
    for name in SAID:
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs and mine != theirs:
            return None
        named.append(mine or theirs)
    segment, brand, team = named
    return (one.kind, one.language, segment, brand, team)
