"""What final papers need: promotions that are left, and a line in the log of the quote's life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.approval.course import issued
from app.approval.submitting import Answer
from app.errors import IssueRefused, PromotionsSpent
from app.quoting.sales_facts import PartyKind
from app.services.paper_making import PaperKind
from app.services.quote_life import doing, person_of
from app.storage.issuing import Release
from catalog.money import yuan
from catalog.problem import Problem
from pricing.promotion_limits import left_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from app.approval.life import Life
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from pricing.context import Used
    from pricing.rulebook import RuleSet


_AGREEMENTS = (PaperKind.CONTRACT, PaperKind.ORDER_FORM)
"""Papers that a customer is a party to."""


def refuse_individual(revision: Revision, kinds: Collection[PaperKind]) -> None:
    """Refuse papers that would make a person party to a contract, drafts of them as well.

    Raises:
        IssueRefused: The customer is said to be a person, and one of the kinds is an agreement.
    """
    person = revision.customer.sales.party is PartyKind.INDIVIDUAL
    if person and any(kind in _AGREEMENTS for kind in kinds):
        raise IssueRefused(reason="individual_party")


def refuse_spent(revision: Revision, rules: RuleSet, used: Mapping[str, Used]) -> None:
    """Refuse a revision that takes more of a promotion than there is left of it by now.

    Args:
        revision: To be frozen.
        rules: That it was priced with.
        used: What other quotes have used.

    Raises:
        PromotionsSpent: Names the promotion, what it takes and what is left.
    """
    by_id = {rule.id: rule for rule in rules.rules}
    for use in revision.priced.promotions:
        left = left_of(by_id[use.rule], used) if use.rule in by_id else None
        if left is not None and use.taken > left.amount:
            raise PromotionsSpent(
                rule=use.rule, taken=str(yuan(use.taken)), left=str(yuan(left.amount))
            )


def release_of(
    workspace: Workspace, revision: Revision, rules: RuleSet, life: Life, now: datetime
) -> Release:
    """What is checked and logged in the transaction that keeps final papers."""
    act = doing(person_of(workspace.settings), now)

    def logged(at_last: Life, hashes: tuple[str, ...]) -> Answer:
        if at_last != life:  # somebody did something to the quote while the papers were made
            return Answer(problems=(Problem("release.changed_meanwhile"),))
        return issued(life, revision.quote.id, hashes, act)

    return Release(lambda used: refuse_spent(revision, rules, used), logged)
