"""One offer for many customers, each exactly once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import FileError
from app.quoting.quote import AccountManager
from app.services.batch import run_batch
from app.services.batch_plan import (
    LEDGER,
    BatchCustomer,
    BatchPlan,
    begun_batch,
    done_before,
    plan_batch,
)
from app.services.issue_documents import PaperKind
from app.services.quote_library import open_quote
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.batch_plan import BatchOutcome
    from app.services.workspace import Workspace

CONTRACT = (PaperKind.CONTRACT,)


def begin(sample: Workspace, folder: Path, kinds: tuple[PaperKind, ...] = CONTRACT) -> BatchPlan:
    """A batch of contracts like the first quote of the sample."""
    return plan_batch(folder, open_quote(sample, "Q0001").quote, kinds)


def run(
    sample: Workspace, folder: Path, plan: BatchPlan, customers: list[str]
) -> list[BatchOutcome]:
    """All outcomes, of two processes."""
    return list(run_batch(sample.folder, folder, plan, customers, now=NOON, workers=2))


def test_everybody_gets_one_quote_and_its_papers_and_a_fault_stops_nobody(
    sample: Workspace, tmp_path: Path
) -> None:
    """Two customers and one who is not there; again only the last is tried, and nothing doubles."""
    folder = tmp_path / "out"
    plan = begin(sample, folder)
    first, second = (row.id for row in sample.customers.search()[:2])
    before = len(sample.quotes.recent(100))
    outcomes = {one.customer: one for one in run(sample, folder, plan, [first, "K?", second])}
    assert outcomes["K?"].problem
    numbers = {outcomes[one].number for one in (first, second)}
    assert len(numbers) == 2
    for one in (first, second):
        assert not outcomes[one].problem
        assert len(outcomes[one].files) == 2
        assert all(outcomes[one].number in name for name in outcomes[one].files)
        assert all((folder / name).stat().st_size > 10_000 for name in outcomes[one].files)
    files = sorted(path.name for path in folder.iterdir())
    again = run(sample, folder, begin(sample, folder), [first, "K?", second, first])
    assert [one.customer for one in again] == ["K?"]
    assert sorted(path.name for path in folder.iterdir()) == files
    assert len(sample.quotes.recent(100)) == before + 2


def test_what_was_interrupted_before_it_was_noted_is_not_made_twice(
    sample: Workspace, tmp_path: Path
) -> None:
    """The ledger ends in the middle of a line: the same quote and the same files come again."""
    folder = tmp_path / "out"
    plan = begin(sample, folder)
    customer = sample.customers.search()[0].id
    (made,) = run(sample, folder, plan, [customer])
    ledger = folder / LEDGER
    ledger.write_bytes(ledger.read_bytes()[:-20])
    assert done_before(folder) == {}
    files = sorted(path.name for path in folder.iterdir())
    assert run(sample, folder, begin(sample, folder), [customer]) == [made]
    assert sorted(path.name for path in folder.iterdir()) == files


def test_another_batch_is_not_mixed_into_a_folder(sample: Workspace, tmp_path: Path) -> None:
    """Other papers, or another offer, need another folder."""
    begin(sample, tmp_path)
    with pytest.raises(FileError):
        begin(sample, tmp_path, (PaperKind.ORDER_FORM,))
    pattern = msgspec.structs.replace(open_quote(sample, "Q0001").quote, term=36)
    with pytest.raises(FileError):
        plan_batch(tmp_path, pattern, CONTRACT)


def test_the_number_is_in_every_name(sample: Workspace, tmp_path: Path) -> None:
    """Two customers may have one name."""
    plan = plan_batch(tmp_path, open_quote(sample, "Q0001").quote, CONTRACT, "{customer}")
    assert plan.names == "{customer}-{number}"


def test_quantities_and_language_are_each_customers_own(sample: Workspace, tmp_path: Path) -> None:
    """One has seven of an offering, the other as many as the pattern; papers are English."""
    pattern = open_quote(sample, "Q0001").quote
    code, usual = pattern.items[0].offering, pattern.items[0].quantity
    first, second = (row.id for row in sample.customers.search()[:2])
    wanted = (BatchCustomer(first, {code: 7}), BatchCustomer(second))
    plan = plan_batch(tmp_path, pattern, CONTRACT, languages=("en",), wanted=wanted)
    made = {one.customer: one for one in run(sample, tmp_path, plan, [first, second])}
    quantities = {}
    for customer, outcome in made.items():
        (row,) = sample.quotes.search(outcome.number)
        quantities[customer] = sample.quotes.load(row.id).quote.items[0].quantity
        assert all("Contract" in name for name in outcome.files)
        assert outcome.draft
    assert quantities == {first: 7, second: usual}
    assert begun_batch(tmp_path) == plan


def test_what_is_submitted_and_within_authority_is_final(sample: Workspace, tmp_path: Path) -> None:
    """The same offer: a draft with its reason, or submitted by somebody who may decide alone."""
    pattern = msgspec.structs.replace(
        open_quote(sample, "Q0001").quote, manager=AccountManager("M1", "李经理", role="L4")
    )
    settings = msgspec.structs.replace(
        sample.settings, manager_id="M1", manager_name="李经理", role="L4"
    )
    sample.save_settings(settings)
    own = pattern.customer
    other = next(row.id for row in sample.customers.search() if row.id != own)
    plan = plan_batch(tmp_path / "drafts", pattern, CONTRACT)
    (drafted,) = run(sample, tmp_path / "drafts", plan, [own])
    plan = plan_batch(tmp_path / "finals", pattern, CONTRACT, submit=True)
    made = {one.customer: one for one in run(sample, tmp_path / "finals", plan, [own, other])}
    assert drafted.draft
    assert (made[own].problem, made[own].draft) == ("", "")
    assert len(made[other].files) == 2
    assert made[other].draft  # what blocks his quote is told
