"""A request in the approver's own data folder: listed, priced again there, answered, told apart."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.signing.canonical import canonical, parsed
from app.approval.signing.granting import Decision
from app.approval.signing.organisation import sign_organisation
from app.approval.signing.signed_file import Kind, opened
from app.approval.state import Deed, QuoteState
from app.errors import SignatureRefused, StepRefused
from app.quoting.item_edits import set_free_months
from app.services.approvals import Group
from app.services.quote_life import doing, submit, take_step
from app.services.received_requests import (
    PREFIX,
    answer_of,
    answer_request,
    received_case,
    received_rows,
    take_request,
)
from app.services.signed_exchange import import_decision, request_file
from app.services.working_out import work_out_stored
from app.services.workspace import Workspace
from app.storage.codec import REVISION
from tests.app.services.conftest import NOON
from tests.app.services.test_signed_exchange import (
    CAMPUS,
    HEAD,
    KEYS,
    SELLER,
    answered,
    installed,
    submitted,
    unlocked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

YES = Ruling(Deed.APPROVED)


@pytest.fixture
def approver(sample_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The data folder of the department manager, who has the same price list."""
    opened = Workspace.open(copytree(sample_folder, tmp_path / "approver"))
    installed(opened)
    yield opened
    opened.close()


def groups(workspace: Workspace) -> list[tuple[Group, ...]]:
    """In which lists the received requests stand for the department manager."""
    return [row.groups for row in received_rows(workspace, HEAD, NOON.date())]


def test_a_request_waits_is_priced_again_and_answered(
    sample: Workspace, approver: Workspace
) -> None:
    """The same price list and rules: nothing differs; the answer opens the manager's gate."""
    submitted(sample)
    taken = take_request(approver, request_file(sample, CAMPUS))
    take_request(approver, request_file(sample, CAMPUS))
    assert groups(approver) == [(Group.WAITING,)]
    assert received_rows(approver, SELLER, NOON.date())[0].groups == (Group.OTHER,)
    case, review = received_case(approver, PREFIX + taken.name, NOON)
    assert (review.findings, review.rows) == ((), ())
    assert case.revision == sample.life.history(CAMPUS).frozen["A"]
    data = answer_request(approver, taken.name, YES, KEYS["M102"], NOON)
    assert answer_of(approver, PREFIX + taken.name) == data
    assert groups(approver) == [(Group.DECIDED,)]
    assert import_decision(sample, data, NOON).state is QuoteState.APPROVED


def test_a_prettier_verdict_is_shown_beside_the_own_one(
    sample: Workspace, approver: Workspace
) -> None:
    """The verdict in a request is not signed: an author's program may write what it likes."""
    submitted(sample)
    data = request_file(sample, CAMPUS)
    revision = sample.life.history(CAMPUS).frozen["A"]
    criteria = tuple(
        replace(one, value=Decimal(1), exact=Decimal(1)) if one.id == "free_months" else one
        for one in revision.verdict.criteria
    )
    prettier = replace(revision, verdict=replace(revision.verdict, criteria=criteria))
    file = parsed(data)
    assert isinstance(file, dict)
    forged = canonical({**file, "revision": REVISION.encode(prettier).decode()})
    taken = take_request(approver, forged)
    _, review = received_case(approver, taken.name, NOON)
    (finding,) = review.findings
    assert (finding.code, finding.parameters["said"][:2]) == ("request.criterion", "1 ")
    assert [row.part for row in review.rows] == ["measure"]
    data = answer_request(approver, taken.name, YES, KEYS["M102"], NOON)
    assert opened(data, Kind.DECISION, Decision).body.limits["free_months"] == Decimal(2)


def test_other_limits_and_a_missing_price_list_are_told(
    sample: Workspace, approver: Workspace
) -> None:
    """A newer organisation here; a price list that is not here: priced with the one that is."""
    submitted(sample)
    known = approver.signing.organisation()
    newer = sign_organisation(replace(known, policy_no=2), KEYS["root"])
    approver.signing.install(newer, KEYS["root"].public)
    taken = take_request(approver, request_file(sample, CAMPUS))
    codes = [one.code for one in received_case(approver, taken.name, NOON)[1].findings]
    assert codes == ["request.limits_differ"]


def test_without_a_price_list_nothing_is_priced_again(
    sample: Workspace, workspace: Workspace
) -> None:
    """That is told; it is not taken for an agreement."""
    submitted(sample)
    installed(workspace)
    taken = take_request(workspace, request_file(sample, CAMPUS))
    review = received_case(workspace, taken.name, NOON)[1]
    assert review.own is None
    assert "request.prices_missing" in [one.code for one in review.findings]


def test_the_next_revision_shows_what_differs_from_the_approved_one(
    sample: Workspace, approver: Workspace
) -> None:
    """Approved with two free months, asked again with three."""
    submitted(sample)
    first = take_request(approver, request_file(sample, CAMPUS))
    data = answer_request(approver, first.name, YES, KEYS["M102"], NOON)
    import_decision(sample, data, NOON)
    opened = sample.quotes.load(CAMPUS)
    worse = set_free_months(opened.quote, "i1", 3)
    sample.quotes.commit_edit(CAMPUS, opened.revision, "op", "x", "", worse, now=NOON)
    later = NOON + timedelta(minutes=1)
    submit(sample, work_out_stored(sample, CAMPUS), doing(SELLER, later))
    second = take_request(approver, request_file(sample, CAMPUS))
    case, _ = received_case(approver, second.name, NOON)
    assert case.before is not None
    assert (case.before.label, case.revision.label) == ("A", "B")
    assert any(row.field == "free_months" for row in case.rows)
    assert "free_months" in [one.criterion for one in case.worse]
    assert groups(approver)[0] == (Group.WAITING,)


def test_a_decision_that_does_not_fit_says_why(sample: Workspace) -> None:
    """Of an unknown quote, too late, of another revision than the one that waits."""
    submitted(sample)
    data = answered(sample)
    late = NOON + timedelta(days=61)
    assert _why(sample, data, late) == "sign_expired"
    opened = sample.quotes.load(CAMPUS)
    with pytest.raises(StepRefused):
        answered(sample, replace(YES, tolerances={"margin": Decimal(-1)}))
    worse = set_free_months(opened.quote, "i1", 3)
    sample.quotes.commit_edit(CAMPUS, opened.revision, "op", "x", "", worse, now=NOON)
    unlocked(sample, KEYS["M001"])
    take_step(sample, CAMPUS, Deed.RECALLED, doing(SELLER, NOON))
    submit(sample, work_out_stored(sample, CAMPUS), doing(SELLER, NOON))
    assert _why(sample, data, NOON) == "sign_other_submission"


def test_the_own_request_is_not_received(sample: Workspace) -> None:
    """It stands in the list already."""
    submitted(sample)
    with pytest.raises(SignatureRefused) as refused:
        take_request(sample, request_file(sample, CAMPUS))
    assert refused.value.parameters["reason"] == "sign_request_own"


def test_an_unknown_quote_is_told(sample: Workspace, approver: Workspace) -> None:
    """The decision is brought to a computer on which nothing was submitted."""
    submitted(sample)
    assert _why(approver, answered(sample), NOON) == "sign_quote_unknown"


def _why(workspace: Workspace, data: bytes, now: object) -> str:
    with pytest.raises(SignatureRefused) as refused:
        import_decision(workspace, data, now)  # type: ignore[arg-type] # a moment, always
    return refused.value.parameters["reason"]
