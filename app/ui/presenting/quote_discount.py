"""A discount on the whole quote as people type and read it."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.ui.presenting.typed import NotUnderstood, read_discount
from catalog.money import fen
from pricing.alterations.percentage import Percentage
from pricing.quote_wide import QuoteDiscount

if TYPE_CHECKING:
    from app.figures import Figures
    from app.quoting.seeking import Prospect
    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem

_WHOLE = 100


def read_quote_discount(text: str) -> QuoteDiscount | None:
    """What is taken off all monthly charges.

    ``5`` or ``5%`` (percent), ``9.5折`` (5 %), ``-100`` (100 yuan), ``=8000`` (what the monthly
    total shall come to).

    Returns:
        The discount, or ``None`` for nothing off.

    Raises:
        NotUnderstood: If it is no discount.
    """
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    if not plain:
        return None
    if plain.startswith("="):
        return QuoteDiscount(total=_total(plain[1:].strip()))
    discount = read_discount(plain)
    if discount is None:
        return None
    if isinstance(discount, Percentage):
        return QuoteDiscount(percent=discount.percent)
    return QuoteDiscount(amount=getattr(discount, "amount", 0))


def read_margin(text: str) -> Decimal | None:
    """A margin in percent, below 100; ``None`` for nothing typed.

    Raises:
        NotUnderstood: If it is none.
    """
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("%").strip()
    if not plain:
        return None
    try:
        percent = Decimal(plain)
    except InvalidOperation as fault:
        raise NotUnderstood("percent") from fault
    if not percent.is_finite() or not -_WHOLE <= percent < _WHOLE:
        raise NotUnderstood("percent")
    return percent


def prospect_text(speaker: Speaker, prospect: Prospect) -> str:
    """What a discount leads to, in one or two sentences."""
    figures, translate = speaker.figures, speaker.translate
    parts = [
        translate("Discount", "Monthly {amount}, margin {percent}").format(
            amount=figures.yuan(prospect.monthly), percent=figures.percent(prospect.margin)
        )
    ]
    if prospect.within_own:
        parts.append(translate("Discount", "within your own authority"))
    elif prospect.level:
        needs = translate("Discount", "needs approval by {level}")
        parts.append(needs.format(level=prospect.level))
    else:
        parts.append(translate("Discount", "nobody may approve it"))
    told = " · ".join(parts)
    if prospect.refused is not None:
        told = f"{_refusal(speaker, prospect.refused)}\n{told}"
    return told


def margin_refused_text(speaker: Speaker, now: Prospect) -> str:
    """Why no discount keeps a margin: it is lower without any."""
    text = speaker.translate("Discount", "Without a discount the margin is {percent} already")
    return text.format(percent=speaker.figures.percent(now.margin))


def _refusal(speaker: Speaker, problem: Problem) -> str:
    """Why a discount is not applied, and the most that the floors allow."""
    most = problem.parameters.get("most")
    if most is None:
        text, cure = speaker.finding(problem.code, problem.parameters)
        return f"{text} {cure}"
    text = speaker.translate(
        "Discount", "Not applied: floors and fixed prices allow {amount} off at most"
    )
    return text.format(amount=speaker.figures.yuan(int(most)))


def quote_discount_text(figures: Figures, discount: QuoteDiscount | None) -> str:
    """A discount as it would be typed again; empty for none."""
    if discount is None:
        return ""
    if discount.total is not None:
        return f"={figures.money(discount.total)}"
    if discount.amount is not None:
        return f"-{figures.money(discount.amount)}"
    return figures.percent(discount.percent or Decimal(0))


def _total(text: str) -> int:
    try:
        amount = fen(Decimal(text)) if text.isascii() else -1
    except (InvalidOperation, ValueError):
        amount = -1
    if amount < 0:
        raise NotUnderstood("amount")
    return amount
