"""The sentences of an offer's selling points; each figure in them is computed and true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.selling import TENTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.figures import Figures
    from app.quoting.story import Selling
    from app.translation import Words


def told_selling(said: Selling, words: Words, figures: Figures) -> Iterator[str]:
    """The sentences, each of them true; a dearer offer is said to be dearer."""
    for one in said.shares:
        part = words(f"selling.part.{one.part}", count=figures.quantity(one.count))
        yield words(
            f"selling.share_{'exact' if one.exact else 'less'}",
            monthly=figures.money(said.monthly),
            part=part,
            amount=figures.money(one.amount),
        )
    if said.times:
        yield words(
            "selling.worth",
            worth=figures.money(said.worth),
            monthly=figures.money(said.monthly),
            times=f"{said.times // TENTHS}.{said.times % TENTHS}",
        )
    yield from _told_before_after(said, words, figures)
    if said.smallest is not None and said.largest is not None:
        key = "selling.months" if said.smallest != said.largest else "selling.months_same"
        yield words(
            key,
            count=said.months,
            smallest=figures.money(said.smallest),
            largest=figures.money(said.largest),
        )


def _told_before_after(said: Selling, words: Words, figures: Figures) -> Iterator[str]:
    if said.before is None:
        return
    gain = said.before - said.after
    key = "less" if gain > 0 else "more" if gain < 0 else "same"
    yield words(
        f"selling.{key}",
        before=figures.money(said.before),
        after=figures.money(said.after),
        gain=figures.money(abs(gain)),
    )
    if said.new_value:
        yield words("selling.new_value", amount=figures.money(said.new_value))
