"""What keys and the palette do in the studio: its facts, its history, its next step, papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from app.ui.actions import FACTS, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.ui.pages.studio.studio_page import StudioPage


def _show_history(studio: StudioPage) -> None:
    studio.show_history()


def _rename(studio: StudioPage) -> None:
    studio.top.title.setFocus()
    studio.top.title.selectAll()


def _take_next_step(studio: StudioPage) -> None:
    """Do what the button of the next step does, where there is one."""
    if studio.top.life.next.isVisible():
        studio.top.life.next.click()


def _go_to_findings(studio: StudioPage) -> None:
    studio.side.go_to_findings()


def _go_to_completeness(studio: StudioPage) -> None:
    studio.side.go_to_completeness()


def _open_fact(studio: StudioPage, fact: str) -> None:
    studio.open_fact(fact)


def _write(studio: StudioPage, kind: str) -> None:
    studio.papers_wanted.emit((kind,))


def _ask_option(studio: StudioPage) -> None:
    studio.items.block.ask_option()


STUDIO_DEEDS: Final[Mapping[str, Callable[[StudioPage], None]]] = {
    "history": _show_history,
    "rename": _rename,
    "findings": _go_to_findings,
    "completeness": _go_to_completeness,
    "option": _ask_option,
    "next_step": _take_next_step,
    **{f"paper/{kind}": partial(_write, kind=kind) for kind in WRITTEN},
    **{f"fact/{fact}": partial(_open_fact, fact=fact) for fact in FACTS},
}
"""By the identifier of their action."""
