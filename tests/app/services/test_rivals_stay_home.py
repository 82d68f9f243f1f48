"""What we think of competitors stands in no paper that a customer gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.readback import pdf_pages
from app.quoting.market.values import Market, RivalOperator
from app.services.issue_documents import PaperKind, issue_documents
from app.services.working_out import work_out_stored
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace


def test_strengths_and_weaknesses_are_in_no_paper(sample: Workspace, tmp_path: Path) -> None:
    """Every competitor of the customer is in the directory with both; no page says either."""
    (school,) = sample.quotes.search("市第三中学")
    revision = work_out_stored(sample, school.number)
    names = [one.operator for one in revision.customer.competitors]
    known = tuple(
        RivalOperator(one, strengths="金丝雀长处", weaknesses="金丝雀短处") for one in names
    )
    sample.market.commit("operators", None, Market(operators=known), NOON)
    assert names
    revision = work_out_stored(sample, school.number)
    kinds = (PaperKind.PROPOSAL, PaperKind.CONTRACT)
    issue_documents(sample, revision, kinds, tmp_path / "out", now=NOON)
    files = sorted((tmp_path / "out").rglob("*.pdf"))
    assert len(files) == len(kinds)
    for file in files:
        text = "".join(map(str, pdf_pages(file.read_bytes())))
        assert "金丝雀" not in text
