"""Only organisations are party to a contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import IssueRefused
from app.quoting.sales_facts import PartyKind, SalesFacts
from app.services.issue_documents import PaperKind, issue_documents
from app.services.working_out import work_out_stored
from app.translation import load_words
from tests.app.services.conftest import NOON
from tests.app.services.test_policies_of_quotes import NUMBER

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.revision import Revision
    from app.services.workspace import Workspace


def said_to_be(sample: Workspace, party: PartyKind) -> Revision:
    """The quote of the sample, whose customer is said to be one or the other."""
    revision = work_out_stored(sample, NUMBER)
    customer = msgspec.structs.replace(revision.customer, sales=SalesFacts(party=party))
    sample.customer_log.commit(customer, "party", now=NOON)
    return work_out_stored(sample, NUMBER)


@pytest.mark.parametrize("kind", [PaperKind.CONTRACT, PaperKind.ORDER_FORM])
def test_no_paper_makes_a_person_a_party(
    sample: Workspace, tmp_path: Path, kind: PaperKind
) -> None:
    """Not even a draft, and the reason is told; a proposal binds nobody."""
    revision = said_to_be(sample, PartyKind.INDIVIDUAL)
    with pytest.raises(IssueRefused) as refused:
        issue_documents(sample, revision, (PaperKind.PROPOSAL, kind), tmp_path / "a", now=NOON)
    assert not (tmp_path / "a").exists()
    assert "个人" in " ".join(load_words("zh").failure(refused.value))
    written = issue_documents(sample, revision, (PaperKind.PROPOSAL,), tmp_path / "b", now=NOON)
    assert written


def test_an_organisation_signs(sample: Workspace, tmp_path: Path) -> None:
    """As somebody said, and as is taken where nobody did."""
    revision = said_to_be(sample, PartyKind.ORGANISATION)
    assert issue_documents(sample, revision, (PaperKind.CONTRACT,), tmp_path, now=NOON)
