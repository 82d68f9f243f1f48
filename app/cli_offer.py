"""The command ``best-offer``: what a stored quote offers, for the least or for the most margin."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING

from app.figures import Figures

if TYPE_CHECKING:
    import argparse

    from app.quoting.offer.asking import Circumstances
    from app.quoting.offer.wish import Wish
    from app.services.offer_settling import OfferProgress
    from app.services.workspace import Workspace
    from app.translation import Words

_MOST_MARGIN = "margin"


def add_offer(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command; nothing that it finds is stored."""
    command = commands.add_parser(
        "best-offer", help="the best combination of bundles and services, with its proof"
    )
    command.add_argument("quote", help="number or identifier of the quote that says what is needed")
    command.add_argument(
        "--goal", choices=("cost", _MOST_MARGIN), default="cost", help="what is best (cost)"
    )
    command.add_argument(
        "--saving", type=Decimal, metavar="PERCENT", help="the customer saves at least so much"
    )
    command.add_argument(
        "--term", type=int, action="append", default=[], metavar="MONTHS", help="may be repeated"
    )
    command.add_argument(
        "--need",
        type=_units,
        action="append",
        default=[],
        metavar="CHARGE=UNITS",
        help="instead of what the quote holds; A|B=2 where either will do, A@SITE=2 at a site",
    )
    command.add_argument(
        "--usage",
        type=_units,
        action="append",
        default=[],
        metavar="CHARGE=UNITS",
        help="expected units a month instead of those of the bills",
    )
    command.add_argument(
        "--real-months", action="store_true", help="unusual months count as they were"
    )
    command.add_argument(
        "--discount", type=Decimal, action="append", default=[], help="percent off to try as well"
    )
    command.add_argument("--with-approval", action="store_true", help="beyond the own authority")
    command.add_argument("--why-not", action="append", default=[], metavar="BUNDLE")
    command.add_argument("--seconds", type=float, default=10.0, help="time at most (10)")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    """Search, and tell what was found."""
    from app.quoting.offer.telling import told_best, told_why_not
    from app.services.best_offer import BestOfferSearch, circumstances_of
    from app.services.recent_quotes import surroundings_of

    around = circumstances_of(workspace, given.quote)
    quote, figures = around.quote, Figures(words.language)
    surroundings = surroundings_of(workspace, quote, around.customer, around.bills)
    try:
        wish = _wish(given, around)
    except (KeyError, ValueError) as fault:
        print(fault.args[0], file=sys.stderr)
        return 2
    with BestOfferSearch(
        around,
        workspace.rules_of(quote),
        wish,
        _watch,
        seconds=given.seconds,
        surroundings=surroundings,
    ) as search:
        best = search.run()
        for line in told_best(best, words, figures):
            print(line)
        for code in given.why_not if best.offer is not None else ():
            bundle = around.catalog.bundle(code) or around.catalog.offering(code)
            name = bundle.name.spoken(words.language) if bundle is not None else code
            for line in told_why_not(search.why_not(code), name, words, figures):
                print(line)
    return 0 if best.offer is not None else 1


def _wish(given: argparse.Namespace, around: Circumstances) -> Wish:
    """What is wanted; raises ``KeyError`` for a charge that the catalogue does not have."""
    import msgspec

    from app.quoting.offer.problem import Goal
    from app.quoting.offer.wish import needs_of_charges, wish_of

    wish = wish_of(around, typical=not given.real_months)
    usage = dict(wish.usage)
    months = max((len(units) for units in usage.values()), default=1)
    for code, units in given.usage:
        if around.catalog.charge(code) is None:
            raise KeyError(code)
        usage[code] = (units,) * months
    return msgspec.structs.replace(
        wish,
        needs=needs_of_charges(around.catalog, given.need) if given.need else wish.needs,
        usage=usage,
        goal=Goal(given.goal),
        saving=given.saving,
        terms=tuple(given.term),
        discounts=tuple(given.discount),
        with_approval=given.with_approval,
    )


def _watch(progress: OfferProgress) -> bool:
    """On a terminal, how far it is."""
    if sys.stderr.isatty():
        print(
            f"\r{progress.step} {progress.seconds:.1f} s {progress.gap:.2%}",
            end="",
            file=sys.stderr,
        )
    return True


def _units(text: str) -> tuple[str, int]:
    """``CHARGE=UNITS``; raises ``ValueError`` for anything else."""
    code, _, units = text.rpartition("=")
    if not code or int(units) < 0:
        raise ValueError(text)
    return code, int(units)
