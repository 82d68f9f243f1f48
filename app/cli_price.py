"""The command ``price``: a stored quote priced, with what would be if it were another."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.figures import Figures
from catalog.money import fen

if TYPE_CHECKING:
    import argparse

    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from app.translation import Words
    from catalog.money import Fen
    from catalog.problem import Problem
    from pricing.quote_wide import QuoteDiscount


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
    command.add_argument(
        "--code", action="append", default=[], metavar="CODE", help="a promotion code besides"
    )
    goal = command.add_mutually_exclusive_group()
    goal.add_argument(
        "--discount-percent", type=_number, metavar="PERCENT", help="off the monthly charges"
    )
    goal.add_argument(
        "--target-monthly", type=_yuan, metavar="YUAN", help="bring the monthly total to it"
    )
    goal.add_argument(
        "--margin", type=_number, metavar="PERCENT", help="the largest discount that keeps it"
    )
    return command


def price_answer(
    given: argparse.Namespace, workspace: Workspace, words: Words
) -> tuple[str, tuple[Problem, ...]]:
    """The price of a quote as text or JSON, and the findings that block it."""
    import msgspec

    from app.quoting.authority_text import told_fitting
    from app.quoting.explanation import explain
    from app.quoting.header_edits import set_codes
    from app.quoting.seeking import discount_for_margin
    from app.services.working_out import fitting_of, work_out_stored
    from pricing.promotion_codes import spelled

    def tried(quote: Quote) -> Quote:
        day, wanted = given.activation, discount or quote.discount
        rules = workspace.rules_of(quote).pricing.rules
        entered = (spelled(rules, code) for code in given.code)
        quote = set_codes(quote, (*quote.codes, *entered))
        quote = msgspec.structs.replace(quote, discount=wanted)
        return quote if day is None else msgspec.structs.replace(quote, activation=day)

    discount, today = _discount(given), datetime.now().astimezone().date()
    revision = work_out_stored(workspace, given.quote, edit=tried, today=today)
    if given.margin is not None:
        catalog, policy = workspace.catalog_of(revision.quote), workspace.rules.pricing
        discount = discount_for_margin(revision, catalog, policy, given.margin)
        if discount is None:
            return "", (_out_of_reach(revision, given.margin),)
        revision = work_out_stored(workspace, given.quote, edit=tried, today=today)
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
        figures = Figures(words.language)
        answer = explain(revision, words, figures)
        if not revision.verdict.within_own:
            found = fitting_of(workspace, revision)
            told = told_fitting(found, revision.verdict, revision.priced, words, figures)
            answer += "".join(f"{line}\n" for line in told)
    return answer, tuple(problem for problem in revision.priced.problems if problem.blocks)


def _discount(given: argparse.Namespace) -> QuoteDiscount | None:
    """The discount on the whole quote that is asked for outright."""
    from pricing.quote_wide import QuoteDiscount

    if given.discount_percent is not None:
        return QuoteDiscount(percent=given.discount_percent)
    if given.target_monthly is not None:
        return QuoteDiscount(total=given.target_monthly)
    return None


def _out_of_reach(revision: Revision, margin: Decimal) -> Problem:
    """No discount keeps the margin; says what it is without one."""
    from app.quoting.seeking import prospect_of
    from catalog.problem import Place, Problem

    now = str(prospect_of(revision).margin)
    where = Place(subject=revision.quote.number, column="discount")
    return Problem(
        "price.margin_out_of_reach", where=where, parameters={"margin": str(margin), "now": now}
    )


def _number(text: str) -> Decimal:
    """A number of percent; raises ``ValueError`` for anything else."""
    try:
        number = Decimal(text)
    except InvalidOperation as fault:
        raise ValueError(text) from fault
    if not number.is_finite():
        raise ValueError(text)
    return number


def _yuan(text: str) -> Fen:
    """Yuan as fen; raises ``ValueError`` for anything else."""
    return fen(_number(text))
