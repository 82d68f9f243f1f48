"""A small problem whose answers can be counted on one's fingers, for the tests of its parts."""

from __future__ import annotations

from app.quoting.offer.problem import Candidate, Need, OfferProblem, Usage

LINE = Candidate("line", 3_000, 1_000, {"lines": 1}, named=False)
NET = Candidate("net", 8_000, 2_000, {"nets": 1}, named=False)
PACK = Candidate("pack", 12_000, 4_000, {"lines": 2, "nets": 1}, allowances={"calls": 100})
BIG = Candidate("big", 20_000, 5_000, {"lines": 5, "nets": 1}, excludes=("pack",))
EXTRA = Candidate("extra", 2_000, 500, {"lines": 1}, named=False, within="pack", per_one=2)
CALLS = Usage("calls", (100, 250), 100_000)
"""Ten fen a unit, so that the pack saves 20.00 of 35.00 over two months."""


def a_problem(*candidates: Candidate, lines: int = 3, nets: int = 1) -> OfferProblem:
    """Three lines, one connection and calls in two months, compared over one month."""
    return OfferProblem(
        (Need("lines", lines), Need("nets", nets)),
        candidates or (LINE, NET, PACK, BIG, EXTRA),
        (CALLS,),
        horizon=1,
        per_fen=2,
    )
