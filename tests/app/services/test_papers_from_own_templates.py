"""Promises of the user's own templates where many papers, or older ones, are made from them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docx import Document

from app.services.batch import run_batch
from app.services.batch_plan import plan_batch
from app.services.contract_comparison import (
    ContractSide,
    SideKind,
    compare_contracts,
    contract_paper,
)
from app.services.issue_documents import PaperKind, issue_documents
from app.services.quote_library import open_quote
from app.services.quote_life import doing, labelled, submit
from app.services.template_defaults import default_for, make_default
from app.services.template_versions import Handing, copy_template, take_over
from app.services.templates import template_rows, word_file
from app.services.working_out import work_out_stored
from app.storage.template_store import hash_of
from tests.app.services.conftest import NOON
from tests.app.services.test_quote_life import SELLER

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.paper_template import PaperTemplate
    from app.services.workspace import Workspace

QUOTE = "Q0001"
HANDING = Handing("王法务", "", date(2026, 1, 1), NOON)
SENTENCE = "本园区另设服务专员。"


def own_contract(workspace: Workspace) -> PaperTemplate:
    """A copy of the contract that is the default for everybody."""
    rows = {row.id: row for row in template_rows(workspace)}
    made = copy_template(workspace, rows["contract/zh"], "园区合同", HANDING)
    row = next(row for row in template_rows(workspace) if row.id == made.id)
    make_default(workspace, default_for(row, "", ""), NOON)
    return made


def with_sentence(workspace: Workspace, template: PaperTemplate) -> None:
    """The next version says a sentence more."""
    file = word_file(workspace, template.id)
    document = Document(str(file))
    document.add_paragraph(SENTENCE)
    document.save(str(file))
    take_over(workspace, template.id, HANDING)


def test_a_batch_is_made_from_the_users_template(sample: Workspace, tmp_path: Path) -> None:
    """The processes of a batch start who fills it, and the record names it."""
    made = own_contract(sample)
    customers = [row.id for row in sample.customers.search()[:2]]
    plan = plan_batch(tmp_path, open_quote(sample, QUOTE).quote, (PaperKind.CONTRACT,))
    outcomes = list(run_batch(sample.folder, tmp_path, plan, customers, now=NOON, workers=2))
    assert [one.problem for one in outcomes] == ["", ""]
    quotes = {row.number: row.id for row in sample.quotes.recent(100)}
    for one in outcomes:
        (word,) = [name for name in one.files if name.endswith(".docx")]
        content = hash_of((tmp_path / word).read_bytes())
        record = sample.templates.made_from(quotes[one.number], content)
        assert record is not None
        assert (record.template, record.version) == (made.id, "1")


def test_a_revision_is_compared_as_it_was_issued(sample: Workspace, tmp_path: Path) -> None:
    """A version of the template that came later shows as what changed, and nothing else."""
    made = own_contract(sample)
    submit(sample, work_out_stored(sample, QUOTE), doing(SELLER, NOON))
    revision = labelled(sample, work_out_stored(sample, QUOTE))
    issue_documents(sample, revision, [PaperKind.CONTRACT], tmp_path, now=NOON)
    with_sentence(sample, made)
    sides = (ContractSide(SideKind.FROZEN, "A", "A", NOON), ContractSide(SideKind.CURRENT))
    old, new = (contract_paper(sample, QUOTE, side) for side in sides)
    differing = compare_contracts(QUOTE, "zh", old, new).text
    told = [differing.passage(one).plain for one in differing.entries if one.kind != "same"]
    assert [text for text in told if SENTENCE in text] == [SENTENCE]
    assert len(told) == 1


def test_a_revision_that_was_never_issued_is_compared_by_the_template_of_today(
    sample: Workspace,
) -> None:
    """Nobody holds a paper of the older version."""
    made = own_contract(sample)
    submit(sample, work_out_stored(sample, QUOTE), doing(SELLER, NOON))
    with_sentence(sample, made)
    sides = (ContractSide(SideKind.FROZEN, "A", "A", NOON), ContractSide(SideKind.CURRENT))
    old, new = (contract_paper(sample, QUOTE, side) for side in sides)
    assert not compare_contracts(QUOTE, "zh", old, new).text.differs
