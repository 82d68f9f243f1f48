"""A request as the approver's own program sees it: priced and judged again, and what differs.

The author has signed his figures; whether they follow from the quote is asked of the approver's
own price list, rules and limits. What the author's verdict says is not signed at all: it is only
shown beside the approver's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from app.approval.difference import Row, differences
from app.errors import RecordMissing
from app.quoting.freezing import work_out
from app.services.recent_quotes import surroundings_of
from catalog.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.approval.signing.organisation import Organisation
    from app.quoting.authority import CriterionVerdict
    from app.quoting.revision import Revision
    from app.services.signed_exchange import Asked
    from app.services.workspace import Workspace
    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy


class Review(NamedTuple):
    """What pricing a request again has shown.

    Attributes:
        own: The revision as the approver's program works it out; ``None`` where it cannot.
        findings: What differs, in sentences; empty when everything agrees.
        rows: Each difference, the author's figure first.
    """

    own: Revision | None
    findings: tuple[Problem, ...]
    rows: tuple[Row, ...]


def review_request(
    workspace: Workspace, asked: Asked, organisation: Organisation, now: datetime
) -> Review:
    """Price and judge a request with the catalogue, rules and limits of this data folder."""
    theirs = asked.revision
    found: list[Problem] = []
    catalog, policy = _catalog(workspace, theirs, found), _policy(workspace, theirs, found)
    if asked.request.policy_no != organisation.policy_no:
        numbers = {"no": str(asked.request.policy_no), "now": str(organisation.policy_no)}
        found.append(_finding("request.limits_differ", **numbers))
    if catalog is None:
        return Review(None, tuple(found), ())
    quote, customer = theirs.quote, theirs.customer
    own = work_out(
        quote,
        customer,
        theirs.bills,
        catalog,
        workspace.rules._replace(pricing=policy),
        theirs.supplier,
        label=theirs.label,
        used=workspace.quotes.used_of_promotions(customer.id, quote.id),
        around=surroundings_of(workspace, quote, customer, theirs.bills, today=now.date()),
    ).revision
    rows = differences(theirs, own)
    figures = [row for row in rows if row.part in {"item", "charge", "total"}]
    if figures:
        found.append(_finding("request.figures_differ", count=str(len(figures))))
    found.extend(_verdicts(theirs, own))
    return Review(own, tuple(found), rows)


def as_worked_out(theirs: Revision, own: Revision | None) -> Revision:
    """The requested revision with the verdict that is signed: the approver's own.

    Flags that only the author's program raises stay, so that they are granted or refused too.
    """
    if own is None:
        return theirs
    known = {one.id for one in own.verdict.criteria}
    raised = (one for one in theirs.verdict.criteria if one.value is None and one.id not in known)
    criteria = (*own.verdict.criteria, *raised)
    return replace(theirs, verdict=replace(own.verdict, criteria=criteria))


def _catalog(workspace: Workspace, theirs: Revision, found: list[Problem]) -> ProductCatalog | None:
    """The price list that the request names, or else the newest one here."""
    version = theirs.priced.catalog_version
    try:
        return workspace.catalog_version(version)
    except RecordMissing:
        newest = workspace.catalog()
        here = newest.version if newest is not None else "-"
        found.append(_finding("request.prices_missing", version=version, here=here))
        return newest


def _policy(workspace: Workspace, theirs: Revision, found: list[Problem]) -> PricingPolicy:
    version, now = theirs.priced.policy_version, workspace.rules.pricing
    try:
        return workspace.policy_version(version)
    except RecordMissing:
        found.append(_finding("request.rules_missing", version=version, here=now.version))
        return now


def _verdicts(theirs: Revision, own: Revision) -> Iterator[Problem]:
    """Criteria on which the two programs do not agree."""
    before = {one.id: one for one in theirs.verdict.criteria}
    after = {one.id: one for one in own.verdict.criteria}
    if theirs.verdict.matrix_version != own.verdict.matrix_version:
        versions = {"version": theirs.verdict.matrix_version, "here": own.verdict.matrix_version}
        yield _finding("request.limits_other_edition", **versions)
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        one = now or was
        if one is None or (_said(was) == _said(now)):
            continue
        yield Problem(
            "request.counts_others" if was is not None and was.worst else "request.criterion",
            Severity.WARNING,
            parameters={
                "criterion_zh": one.name.zh,
                "criterion_en": one.name.en,
                "said": _shown(was),
                "here": _shown(now),
            },
        )


def _said(one: CriterionVerdict | None) -> object:
    return None if one is None else (one.value, one.exact, one.level, one.functions)


def _shown(one: CriterionVerdict | None) -> str:
    if one is None:
        return "-"
    value = "" if one.value is None else f"{one.value.normalize():f}"
    return f"{value} {one.level or '×'}".strip()


def _finding(code: str, **parameters: str) -> Problem:
    return Problem(code, Severity.WARNING, parameters=parameters)
