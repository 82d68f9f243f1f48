"""What a paper leaves blank is named, not counted."""

from __future__ import annotations

from app.documents.kinds import contract, proposal
from app.quoting.paper import for_customer
from app.ui.presenting.open_points import fact_name, open_points
from catalog.problem import Place, Problem
from tests.app.ui.speaking import speaker
from tests.sample import revision_of


def test_blank_facts_are_named_once() -> None:
    """Two papers may miss the same fact."""
    missing = Problem("paper.fact_missing", where=Place(column="customer.credit_code"))
    other = Problem("import.price_missing")
    told = open_points(speaker(), [missing, other, missing])
    assert told == "customer's credit code、没有填写价格。"


def test_every_fact_that_a_paper_can_miss_has_a_name() -> None:
    """No identifier reaches the screen."""
    paper = for_customer(revision_of(1), draft=True)
    problems = (*contract.findings(paper), *proposal.findings(paper))
    facts = [problem.where.column for problem in problems]
    assert facts
    assert [fact for fact in facts if fact_name(speaker(), fact) == fact] == []
