"""The start page is told what was begun and not ended, and nothing that is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from app.services.batch_plan import LEDGER, BatchCustomer, BatchOutcome, plan_batch
from app.services.issue_documents import PaperKind
from app.services.quote_library import open_quote
from app.services.today import today_of
from app.services.unfinished import WorkKind, begin, end, forget, unfinished
from app.storage.draft_log import DraftEdit
from catalog.draft import withdraw
from tests.app.services.conftest import NOON
from tests.app.services.test_quote_life import SELLER

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

LATER = NOON + timedelta(days=2)


def told(workspace: Workspace) -> list[tuple[WorkKind, str, int]]:
    """Kind, name and days of all that waits, two days later."""
    return [(one.kind, one.name, one.days) for one in unfinished(workspace, LATER)]


def test_an_import_is_told_until_it_is_done_or_its_files_are_gone(
    sample: Workspace, tmp_path: Path
) -> None:
    """Bills of the kindergarten, and an import of customers that is put aside."""
    bills, people = tmp_path / "bills.csv", tmp_path / "people.xlsx"
    for file in (bills, people):
        file.write_text("x")
    begin(sample, "bills", "C0001", (str(bills),), NOON)
    begin(sample, "customers", "", (str(people),), LATER)
    bills_told = (WorkKind.BILLS, "幼苗幼儿园", 2)
    assert told(sample) == [bills_told, (WorkKind.CUSTOMERS, "", 0)]
    assert today_of(sample, SELLER, LATER).works == unfinished(sample, LATER)
    people.unlink()
    assert told(sample) == [bills_told]
    end(sample, "bills", "C0002")
    assert told(sample) == [bills_told], "bills of another customer were imported"
    end(sample, "bills", "C0001")
    assert told(sample) == []


def test_work_begun_again_is_told_once_and_never_when_it_is_put_aside(
    sample: Workspace, tmp_path: Path
) -> None:
    """The newer beginning holds."""
    file = tmp_path / "list.csv"
    file.write_text("x")
    begin(sample, "catalogue", "", (str(file),), NOON)
    begin(sample, "catalogue", "", (str(file),), LATER)
    (work,) = unfinished(sample, LATER)
    assert work.days == 0
    forget(sample, work.key)
    assert told(sample) == []


def test_a_batch_is_told_with_what_is_done_until_everybody_is(
    sample: Workspace, tmp_path: Path
) -> None:
    """Two customers; one line of the ledger a customer."""
    pattern = open_quote(sample, "Q0001").quote
    wanted = (BatchCustomer("C0001", {}), BatchCustomer("C0002", {}))
    plan = plan_batch(tmp_path, pattern, (PaperKind.CONTRACT,), wanted=wanted)
    begin(sample, "batch", pattern.id, (str(tmp_path),), NOON)
    (work,) = unfinished(sample, NOON)
    assert (work.kind, work.done, work.total) == (WorkKind.BATCH, 0, 2)
    with (tmp_path / LEDGER).open("ab") as ledger:
        for customer in (one.id for one in plan.wanted):
            ledger.write(msgspec.json.encode(BatchOutcome(customer, "QW-1")) + b"\n")
            ledger.flush()
            left = unfinished(sample, NOON)
            assert [one.done for one in left] == ([1] if customer == "C0001" else [])


def test_drafts_with_edits_are_told(sample: Workspace) -> None:
    """One edit of the catalogue; a draft of rules without any is nothing to end."""
    catalog = sample.catalog()
    assert catalog is not None
    draft = sample.drafts.begin(catalog.version, now=NOON)
    sample.rule_drafts.begin("", now=NOON)
    assert told(sample) == []
    patch = withdraw(catalog.content.offerings[0])
    edit = DraftEdit(1, "offering.withdraw", "", patch)
    sample.drafts.commit_edit(draft.id, draft.revision, "op", edit, now=NOON)
    (work,) = unfinished(sample, LATER)
    assert (work.kind, work.done, work.name) == (WorkKind.CATALOGUE_DRAFT, 1, catalog.version)


def test_data_kept_aside_are_told_for_two_weeks(sample: Workspace) -> None:
    """The name of the file says when; other files are nobody's business."""
    for name in ("replaced-20261121-080000.db", "damaged-20261101-080000.db", "a-b-c.db"):
        (sample.folder / name).write_bytes(b"")
    assert told(sample) == [(WorkKind.RESCUED, "replaced-20261121-080000.db", 4)]
