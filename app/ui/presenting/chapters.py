"""What the chapters of a proposal are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.telling import Chapter

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker


def chapter_names(speaker: Speaker) -> dict[Chapter, str]:
    """Names of the chapters that can be left out, in printed order."""
    translate = speaker.translate
    return {
        Chapter.SITUATION: translate("Chapters", "Situation from the bills"),
        Chapter.ANGLES: translate("Chapters", "Seen another way: computed sentences"),
        Chapter.PROOF: translate("Chapters", "Proof in figures: past months under the offer"),
        Chapter.FEATURES: translate("Chapters", "From features to benefits"),
        Chapter.SERVICE: translate("Chapters", "Service commitment"),
        Chapter.COMPANY: translate("Chapters", "About us"),
        Chapter.STEPS: translate("Chapters", "Next steps"),
    }
