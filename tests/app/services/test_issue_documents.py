"""A final paper freezes what it says: budgets count, drafts do not, and nothing counts twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.state import Deed
from app.documents.passages import squeezed
from app.documents.readback import pdf_pages
from app.errors import IssueRefused, NotReleased, PromotionsSpent, QuotewrightError, StepRefused
from app.quoting.header_edits import set_notes, set_policy_version, set_term
from app.services.issue_documents import PaperKind, issue_documents, kinds_for
from app.services.printed_codes import seal_of
from app.services.quote_library import open_quote
from app.services.quote_life import decide, doing, labelled, submit, take_step
from app.services.working_out import work_out_stored
from app.translation import load_words
from catalog.money import yuan
from pricing.context import Used
from tests.app.documents.pdf.documents import page_texts
from tests.app.services.conftest import NOON
from tests.app.services.test_policies_of_quotes import NUMBER, change_rules, six_off

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from catalog.local_text import Language

PROPOSAL = (PaperKind.PROPOSAL,)
SELLER = Person("M002", "王芳", "L1")
YEAR = 12 * 6_00
"""What six yuan a month come to in the term of case one."""


def edited(workspace: Workspace, edit: Callable[[Quote], Quote], quote: str = "Q0001") -> None:
    """Store another value of a quote."""
    opened = open_quote(workspace, quote)
    label = f"{quote}-{opened.revision}"
    value = edit(opened.quote)
    workspace.quotes.commit_edit(quote, opened.revision, label, "x", "", value, now=NOON)


def used(workspace: Workspace) -> dict[str, Used]:
    """What all quotes have used of promotions."""
    return workspace.quotes.used_of_promotions("", "")


def hand_in(workspace: Workspace, revision: Revision) -> None:
    """Submit a revision, unless it is the one that was submitted last."""
    if workspace.life.life(revision.quote.id).fingerprint != revision.fingerprint:
        submit(workspace, revision, doing(SELLER, NOON))


def issue(workspace: Workspace, folder: Path, *kinds: PaperKind, of: str = NUMBER) -> Revision:
    """Submit a stored quote and write its papers; gives the revision that they say."""
    revision = work_out_stored(workspace, of)
    if kinds != (PaperKind.APPROVAL,):
        hand_in(workspace, revision)
    issue_documents(workspace, revision, kinds or PROPOSAL, folder, now=NOON, replace=True)
    return revision


@pytest.fixture
def campaign(sample: Workspace) -> Workspace:
    """Case one has six yuan a month off, of a budget of 100.00 for all quotes."""
    version = change_rules(sample, six_off(budget=100_00))
    for quote in ("Q0001", "Q0002"):
        edited(sample, lambda value: set_policy_version(value, version), quote)
    return sample


def test_a_final_proposal_freezes_its_revision_with_it(campaign: Workspace, tmp_path: Path) -> None:
    """Quote, price, versions and fingerprint as they were, and 72.00 of the budget."""
    revision = issue(campaign, tmp_path)
    assert campaign.quotes.revision("Q0001", "A") == revision
    assert [one.revision for one in campaign.documents.issued("Q0001")] == ["A", "A"]
    assert used(campaign) == {"Q": Used(0, YEAR)}


def test_an_unchanged_quote_counts_once(campaign: Workspace, tmp_path: Path) -> None:
    """The contract after the proposal, remarks changed between them: still revision A."""
    issue(campaign, tmp_path)
    edited(campaign, lambda quote: set_notes(quote, "called"))
    issue(campaign, tmp_path, PaperKind.CONTRACT)
    assert [row.label for row in campaign.quotes.revisions("Q0001")] == ["A"]
    assert used(campaign) == {"Q": Used(0, YEAR)}


def test_a_later_revision_takes_the_place_of_the_earlier_one(
    campaign: Workspace, tmp_path: Path
) -> None:
    """Sixteen months use 96.00; back to a year is a third revision: the second was issued."""
    issue(campaign, tmp_path)
    edited(campaign, lambda quote: set_term(quote, 16))
    issue(campaign, tmp_path)
    assert used(campaign) == {"Q": Used(0, 16 * 6_00)}
    edited(campaign, lambda quote: set_term(quote, 12))
    issue(campaign, tmp_path)
    assert [row.label for row in campaign.quotes.revisions("Q0001")] == ["A", "B", "C"]
    assert used(campaign) == {"Q": Used(0, YEAR)}


def test_drafts_and_workbooks_freeze_nothing(campaign: Workspace, tmp_path: Path) -> None:
    """Case three needs somebody's approval; the workbook of case one goes to nobody outside."""
    version = campaign.rules.pricing.version
    edited(campaign, lambda quote: set_policy_version(quote, version), "Q0003")
    issue(campaign, tmp_path, of="Q0003")
    issue(campaign, tmp_path, PaperKind.APPROVAL)
    assert campaign.quotes.revisions("Q0001") == ()
    assert [one.label for one in campaign.quotes.revisions("Q0003")] == ["A"]
    assert used(campaign) == {}


def test_what_others_have_used_meanwhile_is_not_promised(
    campaign: Workspace, tmp_path: Path
) -> None:
    """Both were priced when the budget was whole; 28.00 are left after the first."""
    second = work_out_stored(campaign, "QW-20261123-0002")
    hand_in(campaign, second)
    issue(campaign, tmp_path)
    with pytest.raises(PromotionsSpent) as told:
        issue_documents(campaign, second, PROPOSAL, tmp_path, now=NOON)
    assert told.value.parameters["rule"] == "Q"
    assert told.value.parameters["left"] == "28.00"
    assert campaign.documents.issued("Q0002") == ()
    assert used(campaign) == {"Q": Used(0, YEAR)}
    again = issue(campaign, tmp_path, of="QW-20261123-0002")
    (use,) = again.priced.promotions
    assert (use.limit, use.remaining) == ("budget", 28_00 - use.taken)


def test_a_changed_quote_has_the_next_letter_before_it_is_frozen(
    campaign: Workspace, tmp_path: Path
) -> None:
    """A draft of what follows A is B."""
    assert labelled(campaign, work_out_stored(campaign, NUMBER)).label == "A"
    issue(campaign, tmp_path)
    assert labelled(campaign, work_out_stored(campaign, NUMBER)).label == "A"
    longer = work_out_stored(campaign, NUMBER, edit=lambda quote: set_term(quote, 24))
    assert labelled(campaign, longer).label == "B"


HEAD = Person("M102", "陈志远", "L3")


def contract(workspace: Workspace, folder: Path, *, final: bool = True) -> list[str]:
    """Write the contract of the campus quote; its pages, without spaces."""
    revision = work_out_stored(workspace, "Q0003")
    kinds = (PaperKind.CONTRACT,)
    files = issue_documents(workspace, revision, kinds, folder, now=NOON, replace=True, final=final)
    assert all(file.draft is not final for file in files)
    return [squeezed(page) for page in pdf_pages((folder / "contract.pdf").read_bytes())]


def test_a_final_contract_needs_the_gate_to_be_open(sample: Workspace, tmp_path: Path) -> None:
    """Refused with the reason while it is not approved, and nothing is written."""
    with pytest.raises(NotReleased) as told:
        contract(sample, tmp_path)
    assert [problem.code for problem in told.value.problems] == ["release.not_approved"]
    assert list(tmp_path.iterdir()) == [sample.folder]
    drafted = contract(sample, tmp_path, final=False)
    assert all("草稿" in page for page in drafted)


def test_what_is_approved_is_no_draft_and_carries_its_code(
    sample: Workspace, tmp_path: Path
) -> None:
    """On every page that has a foot; the issue is in the log with the hashes of its files."""
    revision = work_out_stored(sample, "Q0003")
    hand_in(sample, revision)
    decide(sample, "Q0003", Ruling(Deed.APPROVED), doing(HEAD, NOON))
    pages = contract(sample, tmp_path)
    assert not any("草稿" in page for page in pages)
    shown = seal_of(sample.life.history("Q0003"), revision).code
    assert len(shown) == 23
    assert [number for number, page in enumerate(pages) if shown not in page] == []
    entry = sample.life.history("Q0003").entries[-1]
    assert (entry.event.deed, entry.event.revision) == (Deed.ISSUED, "A")
    assert set(entry.event.papers) == {one.hash for one in sample.documents.issued("Q0003")}


def test_conditions_of_the_approval_are_told_with_the_paper(
    sample: Workspace, tmp_path: Path
) -> None:
    """Whoever prints the contract reads what has to be met before it is signed."""
    revision = work_out_stored(sample, "Q0003")
    hand_in(sample, revision)
    ruling = Ruling(Deed.APPROVED_WITH_CONDITIONS, conditions=("预付三个月",))
    decide(sample, "Q0003", ruling, doing(HEAD, NOON))
    files = issue_documents(sample, revision, (PaperKind.CONTRACT,), tmp_path / "x", now=NOON)
    told = [problem for problem in files[0].problems if problem.code == "release.condition"]
    assert [problem.parameters["condition"] for problem in told] == ["预付三个月"]


def test_what_happened_while_papers_were_made_stops_them(sample: Workspace, tmp_path: Path) -> None:
    """The quote is cancelled in another window just before the contract is kept."""
    revision = work_out_stored(sample, "Q0001")
    hand_in(sample, revision)

    def cancelled(share: float) -> None:
        if share < 1 and sample.life.life("Q0001").events == 2:
            take_step(sample, "Q0001", Deed.CANCELLED, doing(SELLER, NOON), reason="不做了")

    with pytest.raises(StepRefused) as told:
        issue_documents(sample, revision, PROPOSAL, tmp_path / "x", now=NOON, progress=cancelled)
    assert [problem.code for problem in told.value.problems] == ["release.changed_meanwhile"]
    assert sample.documents.issued("Q0001") == ()


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_papers_in_both_languages_stand_beside_each_other(
    sample: Workspace, tmp_path: Path
) -> None:
    """The one in the quote's language has the plain name; the workbook is written once."""
    revision = work_out_stored(sample, NUMBER)
    kinds = (PaperKind.QUOTATION, PaperKind.APPROVAL)
    papers = tmp_path / "papers"
    issued = issue_documents(
        sample, revision, kinds, papers, now=NOON, languages=("zh", "en"), replace=True
    )
    assert [file.path.name for file in issued] == [
        "quotation.docx",
        "quotation.pdf",
        "quotation-en.docx",
        "quotation-en.pdf",
        "approval.xlsx",
    ]
    assert _names(papers) == sorted(file.path.name for file in issued)


def test_every_kind_is_issued_and_kept(sample: Workspace, tmp_path: Path) -> None:
    """All papers of case one, the price schedule with what the engine says for its steps."""
    revision = work_out_stored(sample, NUMBER)
    kinds = kinds_for(revision)
    assert kinds == tuple(PaperKind)
    issue_documents(sample, revision, kinds, tmp_path, now=NOON, replace=True)
    kept = {one.kind for one in sample.documents.issued("Q0001")}
    assert kept == {kind.value for kind in PaperKind}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("笑😀公司", "字库中没有这个字：😀 (U+1F600) 请换一个字"),
        (
            "{{ price }}公司",
            "“{{ price }}公司”里有不能打印的内容：{{。 请在客户或报价的资料里",
        ),
        ("甲\u202e乙", "“甲\ufffd乙”里有不能打印的内容：U+202E。 请在客户"),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_cure(
    sample: Workspace, tmp_path: Path, name: str, said: str
) -> None:
    """Each character once, however often the paper shows it, and nothing of approval."""
    worked = work_out_stored(sample, NUMBER)
    customer = msgspec.structs.replace(worked.customer, name=name)
    revision = msgspec.structs.replace(worked, customer=customer)
    with pytest.raises(QuotewrightError) as refusal:
        issue_documents(sample, revision, (PaperKind.CONTRACT,), tmp_path / "papers", now=NOON)
    told = " ".join(load_words("zh").failure(refusal.value))
    assert said in told
    assert told.count("字库") <= len(("reason", "cure"))
    assert not (tmp_path / "papers").exists()


def test_without_bills_there_is_no_analysis_of_bills(sample: Workspace, tmp_path: Path) -> None:
    """It is not among the papers, and is refused when it is asked for."""
    revision = msgspec.structs.replace(
        work_out_stored(sample, NUMBER), analysis=None, replay=(), saving=None
    )
    assert PaperKind.BILL_ANALYSIS not in kinds_for(revision)
    papers = tmp_path / "papers"
    with pytest.raises(IssueRefused) as refusal:
        issue_documents(sample, revision, (PaperKind.BILL_ANALYSIS,), papers, now=NOON)
    assert refusal.value.parameters["reason"] == "nothing_to_show"
    assert not papers.exists()


def test_analysis_of_bills_promises_nothing(campaign: Workspace, tmp_path: Path) -> None:
    """It freezes no revision; a quotation does."""
    issue(campaign, tmp_path, PaperKind.BILL_ANALYSIS)
    assert used(campaign) == {}
    issue(campaign, tmp_path, PaperKind.QUOTATION)
    assert used(campaign) == {"Q": Used(0, YEAR)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_of_every_paper_carries_the_code(
    sample: Workspace, tmp_path: Path, language: Language
) -> None:
    """The cover too: whoever holds a page can ask which approval it belongs to."""
    revision = work_out_stored(sample, "Q0001")
    hand_in(sample, revision)
    kinds = [kind for kind in kinds_for(revision) if kind is not PaperKind.APPROVAL]
    files = issue_documents(
        sample, revision, kinds, tmp_path / "papers", now=NOON, languages=(language,), final=True
    )
    shown = seal_of(sample.life.history("Q0001"), revision).code
    papers = [file for file in files if file.path.suffix == ".pdf"]
    assert len(papers) == len(kinds)
    for file in papers:
        for page in pdf_pages(file.path.read_bytes()):
            assert shown in squeezed(page), file.path.name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_totals_of_millions_stand_in_one_line(
    sample: Workspace, tmp_path: Path, language: Language
) -> None:
    """The government's circuits fifty times: no figure of any row goes on in the next line."""
    edited(sample, _fifty_times, "Q0005")
    revision = work_out_stored(sample, "Q0005")
    monthly = revision.priced.totals.monthly.net_amount
    assert monthly > 1_000_000_00
    wanted = (PaperKind.CONTRACT, PaperKind.QUOTATION, PaperKind.PROPOSAL)
    papers = issue_documents(sample, revision, wanted, tmp_path, now=NOON, languages=(language,))
    for paper in papers:
        if paper.path.suffix == ".pdf":
            said = "\n".join(page_texts(paper.path.read_bytes()))
            assert f"{yuan(monthly):,.2f}" in said
            broken = re.findall(r".*(?:\d\.\d?|\d,\d{0,3})\s*\n\s*\d{1,3}\s*\n", said)
            assert (paper.path.name, broken) == (paper.path.name, [])


def _fifty_times(quote: Quote) -> Quote:
    """As many of everything."""
    more = (
        msgspec.structs.replace(
            item,
            charges=tuple(
                msgspec.structs.replace(charge, quantity=charge.quantity * 50)
                for charge in item.charges
            ),
        )
        for item in quote.items
    )
    return msgspec.structs.replace(quote, items=tuple(more))
