"""solve(): a programme given to HiGHS; imported only in a worker process, and by tests.

HiGHS computes with floating-point numbers. What it answers is a choice in whole numbers, which is
valued and verified in whole numbers elsewhere, and a bound, which is rounded here towards caution.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import highspy
import numpy as np

from app.quoting.offer.programme import ANYHOW, Effort, Solved

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.quoting.offer.programme import Programme

_ROUNDING, _LEAST = 1e-10, 1e-5
"""By which the arithmetic of a bound may have been off: a share of it, and in any case."""

_KNOWN = (
    ("mip_allow_restart", False),
    ("mip_heuristic_effort", 0.0),
    ("mip_heuristic_run_rens", False),
    ("mip_heuristic_run_rins", False),
    ("mip_heuristic_run_root_reduced_cost", False),
)
"""Where a good answer is known, the time of heuristics is the larger part of most searches."""


def solve(
    programme: Programme,
    effort: Effort = ANYHOW,
    start: Mapping[int, int] | None = None,
    watch: Callable[[Solved], None] | None = None,
    fixed: Mapping[int, int] | None = None,
    meet: Callable[[Solved], Mapping[int, int] | None] | None = None,
) -> Solved:
    """The best values of a programme, or the best that were found in time.

    Args:
        programme: To be solved.
        effort: Time and gap at which to stop.
        start: Values of some columns of an answer that is known.
        watch: Told of each better answer.
        fixed: Columns that keep a value; what is said then is true of the rest only.
        meet: Told of the bound now and then; says a better answer that was found elsewhere.
    """
    if not programme.costs:
        lacking = any((row.least or 0) > 0 for row in programme.rows)
        return Solved(bound=None if lacking else 0, finished=True, impossible=lacking)
    divisor = math.gcd(*programme.costs) or 1
    model = _model(programme, divisor, fixed or {})
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # it has no annotations
    for name, value in (
        ("output_flag", False),
        ("time_limit", effort.seconds),
        ("mip_rel_gap", effort.gap),
        ("mip_abs_gap", 0.5),
        ("threads", effort.threads),
        *(_KNOWN if effort.known else ()),
        *((("presolve", "off"),) if effort.plain else ()),
    ):
        solver.setOptionValue(name, value)
    solver.passModel(model)
    if start:
        at = np.array(list(start), dtype=np.int32)
        solver.setSolution(len(start), at, np.array(list(start.values()), dtype=np.double))
    if watch is not None:
        _listen(solver, divisor, watch)
    if meet is not None:
        _meet(solver, divisor, meet)
    solver.run()
    plain = not any(programme.whole)
    solved = _solved(solver, divisor, plain=plain)
    if _is_doubtful(programme, effort, solved):
        # What it takes away beforehand has led to an answer that it then does not stand by.
        solver.clearSolver()
        solver.setOptionValue("presolve", "off")
        solver.run()
        solved = _solved(solver, divisor, plain=plain)
    return solved


def _is_doubtful(programme: Programme, effort: Effort, solved: Solved) -> bool:
    """Whether a search says that it has ended, without an answer that is as good as its bound."""
    if not solved.finished or solved.impossible or effort.gap or not any(programme.whole):
        return False
    value = sum(c * v for c, v in zip(programme.costs, solved.values, strict=False))
    return not solved.values or (solved.bound is not None and solved.bound < value)


def _model(programme: Programme, divisor: int, fixed: Mapping[int, int]) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(programme.costs), len(programme.rows)
    lp.col_cost_ = np.array([cost // divisor for cost in programme.costs], dtype=np.double)
    lower, upper = [0] * lp.num_col_, list(programme.upper)
    for at, value in fixed.items():
        lower[at] = upper[at] = value
    lp.col_lower_ = np.array(lower, dtype=np.double)
    lp.col_upper_ = np.array(upper, dtype=np.double)
    lp.integrality_ = [
        highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
        for whole in programme.whole
    ]
    infinite = highspy.kHighsInf
    rows = programme.rows
    lp.row_lower_ = np.array([-infinite if r.least is None else r.least for r in rows], np.double)
    lp.row_upper_ = np.array([infinite if r.most is None else r.most for r in rows], np.double)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.entries) for row in rows)], dtype=np.int32)
    entries = [entry for row in rows for entry in row.entries]
    lp.a_matrix_.index_ = np.array([at for at, _ in entries], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([factor for _, factor in entries], dtype=np.double)
    return lp


def _listen(solver: highspy.Highs, divisor: int, watch: Callable[[Solved], None]) -> None:
    def told(event: highspy.HighsCallbackEvent) -> None:
        out = event.data_out
        values = tuple(round(value) for value in out.mip_solution)
        watch(Solved(values, _cautious(out.mip_dual_bound, divisor), out.mip_node_count))

    solver.cbMipImprovingSolution += told


def _meet(
    solver: highspy.Highs, divisor: int, meet: Callable[[Solved], Mapping[int, int] | None]
) -> None:
    def asked(event: highspy.HighsCallbackEvent) -> None:
        out = event.data_out
        better = meet(Solved((), _cautious(out.mip_dual_bound, divisor), out.mip_node_count))
        if better and event.data_in is not None:
            at = np.array(list(better), dtype=np.int32)
            event.data_in.setSolution(at, np.array(list(better.values()), dtype=np.double))

    solver.cbMipUserSolution += asked


def _solved(solver: highspy.Highs, divisor: int, *, plain: bool) -> Solved:
    """What it says in the end; without whole numbers its value is its bound."""
    status, info = solver.getModelStatus(), solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Solved(nodes=max(info.mip_node_count, 0), finished=True, impossible=True)
    values: tuple[int, ...] = ()
    if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        values = tuple(round(value) for value in solver.getSolution().col_value)
    finished = status == highspy.HighsModelStatus.kOptimal
    known = info.objective_function_value if plain and finished else info.mip_dual_bound
    bound = _cautious(known, divisor)
    return Solved(values, bound, max(info.mip_node_count, 0), finished)


def _cautious(bound: float, divisor: int) -> int | None:
    """The bound in the programme's own costs: the next sum that whole numbers can come to."""
    if not math.isfinite(bound):
        return None
    return math.ceil(bound - abs(bound) * _ROUNDING - _LEAST) * divisor
