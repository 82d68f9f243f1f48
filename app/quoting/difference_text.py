"""Differences between catalogue versions, and causes of other prices, in words."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from catalog.comparison import Change, Part

if TYPE_CHECKING:
    from app.figures import Figures
    from app.quoting.price_causes import Cause
    from app.translation import Words
    from catalog.comparison import Difference

_WORDS: Final = frozenset(
    ("lifecycle", "type", "period", "regulation", "kind", "segments", "tax_included", "required")
)
"""Fields whose values are words of ours, to be told in the reader's language."""
_RATES: Final = frozenset(("tax_rate",))
_COUNTS: Final = frozenset(("quantity",))
_PERCENTS: Final = frozenset(("bundle_percent",))


def difference_sentence(difference: Difference, words: Words) -> str:
    """The whole difference in one sentence."""
    return words(
        f"difference.sentence_{difference.change.value}",
        part=part_text(difference.part, words),
        code=difference.code,
        field=field_text(difference, words),
        old=value_text(difference, difference.old, words),
        new=value_text(difference, difference.new, words),
    )


def part_text(part: Part, words: Words) -> str:
    """What a difference is about."""
    return words(f"difference.part.{part.value}")


def change_text(change: Change, words: Words) -> str:
    """What happened to it."""
    return words(f"difference.{change.value}")


def field_text(difference: Difference, words: Words) -> str:
    """The field from the outside in; codes of inner parts stand as they are."""
    return " · ".join(_named(name, words) for name in difference.field)


def value_text(difference: Difference, value: str, words: Words) -> str:
    """How a field was or is; nothing is told as a word."""
    if not value:
        return words("difference.nothing") if difference.change is Change.CHANGED else ""
    if difference.field and difference.field[-1] in _WORDS:
        return "、".join(_valued(part, words) for part in value.split("; "))
    return value


def cause_text(cause: Cause, words: Words, figures: Figures) -> str:
    """Why a charge costs something else."""
    shown = {
        name: _figure(cause.code, value, figures) if name in {"old", "new"} else value
        for name, value in cause.parameters.items()
    }
    return words(f"cause.{cause.code}", **shown)


def _named(name: str, words: Words) -> str:
    key = f"difference.field.{name}"
    return words(key) if key in words else name


def _valued(value: str, words: Words) -> str:
    key = f"difference.value.{value}"
    return words(key) if key in words else value


def _figure(code: str, value: str, figures: Figures) -> str:
    """A price, a rate or a count as people write it."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if code in _RATES:
        return figures.rate(number)
    if code in _PERCENTS:
        return figures.percent(number)
    return figures.quantity(int(number)) if code in _COUNTS else figures.price(number)
