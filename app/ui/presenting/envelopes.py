"""Whether a quote lies inside of what was granted in advance, in words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_words import family_name
from app.ui.presenting.life import listed

if TYPE_CHECKING:
    from app.services.envelopes import Standing
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.parts import ChipTone


def envelope_chip(speaker: Speaker, standing: Standing) -> tuple[str, str, ChipTone]:
    """Text, explanation and tone of the chip that says it."""
    translate, date = speaker.translate, speaker.figures.date(standing.until)
    if not standing.outside:
        text = translate("Envelope", "Inside the envelope until {date}").format(date=date)
        more = translate("Envelope", "Granted in advance by {name}: submit it, then print.")
        return text, more.format(name=standing.approver), "ok"
    named = [_named(speaker, standing, one) for one in standing.outside]
    text = translate("Envelope", "Outside the envelope: {what}")
    most = named[0] if len(named) == 1 else f"{named[0]} +{len(named) - 1}"
    more = translate("Envelope", "Beyond what {name} granted until {date}: {what}").format(
        name=standing.approver, date=date, what=listed(speaker, named)
    )
    return text.format(what=most), more, "warn"


def _named(speaker: Speaker, standing: Standing, respect: str) -> str:
    translate = speaker.translate
    known = {
        "months": translate("Envelope", "months"),
        "until": translate("Envelope", "last day of the quote"),
        "free_months": translate("Envelope", "free months"),
        "conditions": translate("Envelope", "conditions"),
        "bundles": translate("Envelope", "discount on bundles"),
    }
    if respect in known:
        return known[respect]
    if respect in standing.names:
        return speaker.name(standing.names[respect])
    return translate("Envelope", "discount on {family}").format(
        family=family_name(speaker, respect)
    )
