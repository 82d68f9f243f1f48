"""The command line's part in the life of a quote: state, submit, decide, step."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.state import Deed
from app.cli_keys import unlock_for

if TYPE_CHECKING:
    from app.approval.event import Event
    from app.approval.submitting import Doing
    from app.services.workspace import Workspace
    from app.translation import Words

DECISIONS: Final = {
    "approve": Deed.APPROVED,
    "conditions": Deed.APPROVED_WITH_CONDITIONS,
    "file": Deed.FILED,
    "return": Deed.RETURNED,
    "reject": Deed.REJECTED,
}
"""Answers to a submission as they are typed."""
_STEPS = {
    "recall": Deed.RECALLED,
    "revise": Deed.REVISED,
    "send": Deed.SENT,
    "accept": Deed.ACCEPTED,
    "decline": Deed.DECLINED,
    "cancel": Deed.CANCELLED,
    "contract": Deed.CONTRACTED,
}


def add_life(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands; each is run with what was given, the workspace and the words."""
    state = commands.add_parser("state", help="where a stored quote stands, and its log")
    state.add_argument("quote", help="number or identifier of the quote")
    state.set_defaults(run=_state)
    submit = _acting(commands, "submit", "hand in a stored quote for approval")
    submit.set_defaults(run=_submit)
    decide = _acting(commands, "decide", "answer a submitted quote")
    decide.add_argument("answer", choices=tuple(DECISIONS), help="what is answered")
    decide.add_argument("--reason", default="", help="needed to return or reject")
    decide.add_argument("--condition", action="append", default=[], help="may be repeated")
    decide.add_argument("--until", type=date.fromisoformat, help="last day, as 2026-12-31")
    decide.set_defaults(run=_decide)
    step = _acting(commands, "step", "take another step with a quote")
    step.add_argument("step", choices=tuple(_STEPS), help="which step")
    step.add_argument("--reason", default="", help="needed to decline or cancel")
    step.set_defaults(run=_step)


def _acting(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, told: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=told)
    command.add_argument("quote", help="number or identifier of the quote")
    command.add_argument(
        "--person",
        type=_person,
        help="NUMBER:NAME:LEVEL of who does it (default: the account manager of the settings)",
    )
    command.add_argument(
        "--key", type=Path, help="key file to sign with; the passphrase is asked for"
    )
    return command


def _person(text: str) -> Person:
    """Somebody as typed.

    Raises:
        argparse.ArgumentTypeError: It has not three parts.
    """
    parts = tuple(part.strip() for part in text.replace("：", ":").split(":"))
    if len(parts) != len(Person.__struct_fields__) or not all(parts):
        msg = f"{text!r} is not NUMBER:NAME:LEVEL"
        raise argparse.ArgumentTypeError(msg)
    return Person(*parts)


def _state(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.quote_life import hindrances, trusted_day
    from app.services.working_out import work_out_stored

    now = _now()
    revision = work_out_stored(workspace, given.quote, today=now.date())
    history = workspace.life.history(revision.quote.id)
    state = history.life.on(trusted_day(history, now))
    label = f" {history.life.label}" if history.life.label else ""
    print(f"{revision.quote.number}{label}: {words(f'reason.state_{state}')}")
    for entry in history.entries:
        print(f"{entry.sequence:>5}  {_told(entry.event, words)}")
    for problem in hindrances(workspace, revision, now, history):
        print(" ".join(words.told(problem.code, problem.parameters)))
    return 0


def _submit(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.quote_life import submit
    from app.services.working_out import work_out_stored

    revision = work_out_stored(workspace, given.quote, today=_now().date())
    submit(workspace, revision, _doing(given, workspace))
    return _state(given, workspace, words)


def _decide(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.quote_life import decide
    from app.services.working_out import find_quote

    ruling = Ruling(
        DECISIONS[given.answer],
        reason=given.reason,
        conditions=tuple(given.condition),
        until=given.until,
    )
    quote = find_quote(workspace, given.quote)
    decide(workspace, quote, ruling, _doing(given, workspace))
    return _state(given, workspace, words)


def _step(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.quote_life import take_step
    from app.services.working_out import find_quote

    quote = find_quote(workspace, given.quote)
    act = _doing(given, workspace)
    take_step(workspace, quote, _STEPS[given.step], act, reason=given.reason)
    return _state(given, workspace, words)


def _doing(given: argparse.Namespace, workspace: Workspace) -> Doing:
    from app.services.quote_life import doing, person_of

    now = _now()
    unlock_for(workspace, given.key, now)
    return doing(given.person or person_of(workspace.settings), now)


def _told(event: Event, words: Words) -> str:
    """One line of the log."""
    moment = event.at.astimezone().strftime("%Y-%m-%d %H:%M")
    who = f"{event.person.name} ({event.person.role})"
    if event.unsigned and event.named is not None:
        facts = {"name": event.named.name, "role": event.named.role}
        who = f"{who}  {words('returned.said.unsigned', **facts)}"
    more = "; ".join(one for one in (event.reason, *event.conditions) if one)
    parts = [moment, event.revision, words(f"deed.{event.deed}"), who, more]
    return "  ".join(part for part in parts if part)


def _now() -> datetime:
    """The moment on the user's clock."""
    return datetime.now().astimezone()
