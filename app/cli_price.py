"""The command ``price``: a stored quote priced, with what would be if it were another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.figures import Figures

if TYPE_CHECKING:
    import argparse

    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from app.translation import Words
    from catalog.problem import Problem


def add_price(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    """Describe the command; nothing that it tries out is stored."""
    command = commands.add_parser("price", help="price a stored quote")
    command.add_argument("quote", help="number or identifier of the quote")
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="explanation, or the result"
    )
    command.add_argument(
        "--activation", type=date.fromisoformat, metavar="DAY", help="day from which it is charged"
    )
    return command


def price_answer(
    given: argparse.Namespace, workspace: Workspace, words: Words
) -> tuple[str, tuple[Problem, ...]]:
    """The price of a quote as text or JSON, and the findings that block it."""
    import msgspec

    from app.quoting.explanation import explain
    from app.services.working_out import work_out_stored

    def tried(quote: Quote) -> Quote:
        day = given.activation
        return quote if day is None else msgspec.structs.replace(quote, activation=day)

    revision = work_out_stored(workspace, given.quote, edit=tried)
    if given.format == "json":
        result = {
            "number": revision.quote.number,
            "priced": revision.priced,
            "billing": revision.billing,
            "analysis": revision.analysis,
            "replay": revision.replay,
            "saving": revision.saving,
            "verdict": revision.verdict,
        }
        answer = msgspec.json.format(msgspec.json.encode(result)).decode() + "\n"
    else:
        answer = explain(revision, words, Figures(words.language))
    return answer, tuple(problem for problem in revision.priced.problems if problem.blocks)
