"""Where a quote stands and what can be done next, in words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from app.approval.state import RELEASED, Deed, QuoteState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.approval.life import Life
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.parts import ChipTone

SUBMIT, FINAL, FAST_TRACK = "submit", "final", "fast_track"
"""What can be asked for besides the steps, which go by the name of their deed."""

_TONES: Final[dict[QuoteState, ChipTone]] = {
    QuoteState.IN_PROGRESS: "accent",
    QuoteState.PENDING: "warn",
    QuoteState.APPROVED: "ok",
    QuoteState.SENT: "ok",
    QuoteState.ACCEPTED: "ok",
    QuoteState.CONTRACTED: "ok",
    QuoteState.DECLINED: "plain",
    QuoteState.EXPIRED: "bad",
    QuoteState.CANCELLED: "plain",
}
_NEXT: Final[dict[QuoteState, str]] = {
    QuoteState.IN_PROGRESS: SUBMIT,
    QuoteState.PENDING: Deed.RECALLED,
    QuoteState.APPROVED: Deed.SENT,
    QuoteState.SENT: Deed.ACCEPTED,
    QuoteState.ACCEPTED: Deed.CONTRACTED,
    QuoteState.DECLINED: Deed.REVISED,
    QuoteState.EXPIRED: SUBMIT,
}


class Standing(NamedTuple):
    """What the top of the studio shows.

    Attributes:
        text: The state.
        tone: Of its chip.
        hint: Who is waited for, until when it holds; empty where there is nothing to say.
        next: What is to be done next, by name; empty when nothing is.
        others: What can be done besides.
    """

    text: str
    tone: ChipTone
    hint: str
    next: str
    others: tuple[str, ...]


def standing_of(speaker: Speaker, life: Life, day: date, *, changed: bool) -> Standing:
    """Where a quote stands.

    Args:
        speaker: Language of the window.
        life: Its life so far.
        day: Today.
        changed: What is open is not what was submitted last.
    """
    state = life.on(day)
    edited = changed and state in RELEASED
    text = state_text(speaker, state, life.label)
    if edited:
        text = speaker.translate("Life", "{state} · changed since").format(state=text)
    first = SUBMIT if edited and state is not QuoteState.CONTRACTED else _NEXT.get(state, "")
    possible = life.possible(day)
    from app.approval.course import STEPS  # with it comes what freezes and prices a quote

    others = [deed.value for deed in STEPS if deed in possible]
    others.extend([SUBMIT] if Deed.SUBMITTED in possible else [])
    others.extend([FAST_TRACK] if Deed.FAST_TRACKED in possible else [])
    kept = tuple(one for one in others if one != first)
    return Standing(text, "warn" if edited else _TONES[state], _hint(speaker, life), first, kept)


def listed(speaker: Speaker, names: Sequence[str]) -> str:
    """Several names as a list in a sentence."""
    return ("、" if speaker.figures.language == "zh" else ", ").join(names)


def state_text(speaker: Speaker, state: QuoteState, label: str = "") -> str:
    """A state, with the letter of the revision that it is about."""
    told = speaker.words(f"reason.state_{state}")
    return f"{told} {label}" if label and state is not QuoteState.IN_PROGRESS else told


def step_text(speaker: Speaker, step: str) -> str:
    """What a button says."""
    translate = speaker.translate
    known = {
        SUBMIT: translate("Life", "Submit for approval"),
        FINAL: translate("Life", "Write final papers"),
        FAST_TRACK: translate("Life", "Consent by word of mouth…"),
        Deed.RECALLED: translate("Life", "Recall"),
        Deed.REVISED: translate("Life", "Revise"),
        Deed.SENT: translate("Life", "Sent to customer"),
        Deed.ACCEPTED: translate("Life", "Customer accepts"),
        Deed.DECLINED: translate("Life", "Customer declines…"),
        Deed.CANCELLED: translate("Life", "Cancel the quote…"),
        Deed.CONTRACTED: translate("Life", "Contract signed"),
    }
    return known[step]


def _hint(speaker: Speaker, life: Life) -> str:
    translate = speaker.translate
    if life.to_confirm is not None and life.named is not None:
        told = translate("Life", "{name} confirms in writing by {date}")
        return told.format(name=life.named.name, date=speaker.figures.date(life.to_confirm))
    if life.waiting:
        return translate("Life", "Waits for {roles}").format(roles=listed(speaker, life.waiting))
    if life.conditions:
        return translate("Life", "Conditions: {all}").format(all="；".join(life.conditions))
    if life.until is not None:
        return translate("Life", "Holds until {date}").format(date=speaker.figures.date(life.until))
    return ""
