"""How far a quote is prepared, in words: a score, its parts, and what each of them lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.completeness import ENOUGH_ANSWERS, Lack, Part

if TYPE_CHECKING:
    from app.quoting.completeness import Completeness
    from app.ui.presenting.speaker import Speaker


def completeness_title(speaker: Speaker, found: Completeness) -> str:
    """The title of the card, with the score."""
    return speaker.translate("Completeness", "Prepared: {percent} %").format(percent=found.score)


def completeness_lines(speaker: Speaker, found: Completeness) -> tuple[str, ...]:
    """A line for each part: how far it is, and what it lacks."""
    translate = speaker.translate
    parts, lacks = _parts(speaker), _lacks(speaker)
    comma = speaker.words("paper.list_comma")
    lines = []
    for part in Part:
        lacking = comma.join(lacks[one] for one in found.lacking_of(part))
        text = (
            translate("Completeness", "{part} {percent} %. Lacking: {lacking}")
            if lacking
            else translate("Completeness", "{part} {percent} %")
        )
        lines.append(text.format(part=parts[part], percent=found.score_of(part), lacking=lacking))
    return tuple(lines)


def _parts(speaker: Speaker) -> dict[Part, str]:
    translate = speaker.translate
    return {
        Part.INFORMATION: translate("Completeness", "Information collected"),
        Part.NEEDS: translate("Completeness", "Needs analysed"),
        Part.STRATEGY: translate("Completeness", "Strategy tailored"),
    }


def _lacks(speaker: Speaker) -> dict[Lack, str]:
    translate = speaker.translate
    answers = translate("Completeness", "{count} answers to questions")
    return {
        Lack.INDUSTRY: translate("Completeness", "industry"),
        Lack.DECIDER: translate("Completeness", "who decides"),
        Lack.BILLS: translate("Completeness", "bills"),
        Lack.COMPETITORS: translate("Completeness", "competitors"),
        Lack.SITES: translate("Completeness", "sites"),
        Lack.ANSWERS: answers.format(count=ENOUGH_ANSWERS),
        Lack.NEEDS: translate("Completeness", "needs in the quote"),
        Lack.EVIDENCE: translate("Completeness", "evidence of each need"),
        Lack.OWNERS: translate("Completeness", "who cares for each need"),
        Lack.ITEMS: translate("Completeness", "items"),
        Lack.MET: translate("Completeness", "what answers each need"),
        Lack.SAVING: translate("Completeness", "comparison with today"),
        Lack.DIFFERENCES: translate("Completeness", "why us: a difference or a story"),
        Lack.TARGETS: translate("Completeness", "options or targets of the negotiation"),
    }
