"""Promises of the fields of the document and its parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.documents.fields.heading import heading_fields
from app.quoting.revision import PaperContact
from tests.app.documents.case_one import CASE_ONE
from tests.app.documents.papers import FIGURES, changed, chinese

if TYPE_CHECKING:
    from app.quoting.revision import CustomerRevision


def _fields(revision: CustomerRevision, blank: str = "") -> Any:  # noqa: ANN401 (a tree of texts)
    return heading_fields(revision, chinese(), FIGURES, blank=blank)


def test_number_carries_the_label_of_the_revision() -> None:
    """Two revisions of a quote are two documents."""
    assert _fields(CASE_ONE)["document"]["number"] == "QW-20261123-0001-A"
    assert _fields(changed(label=""))["document"]["number"] == "QW-20261123-0001"


def test_dates_are_written_out() -> None:
    """As in a contract."""
    document = _fields(CASE_ONE)["document"]
    assert (document["date"], document["valid_until"]) == ("2026年11月23日", "2026年12月22日")


def test_copies_are_shared_out_and_none_is_lost() -> None:
    """Of three copies the supplier keeps two."""
    assert "一式贰份，甲方执壹份，乙方执壹份" in _fields(CASE_ONE)["document"]["copies"]
    assert "一式叁份，甲方执壹份，乙方执贰份" in _fields(changed(copies=3))["document"]["copies"]


def test_unknown_fact_prints_as_the_given_blank() -> None:
    """A contract leaves a line, a proposal nothing."""
    assert _fields(CASE_ONE, "____")["customer"]["credit_code"] == "____"
    assert _fields(CASE_ONE)["customer"]["credit_code"] == ""


def test_signer_handles_and_decider_is_addressed() -> None:
    """Without a signer the decider handles."""
    customer = _fields(CASE_ONE)["customer"]
    assert (customer["handler"], customer["addressee"]) == ("刘主任", "王先生 园长")
    assert customer["salutation"] == "尊敬的王先生："
    assert _fields(changed(decider=None))["customer"]["salutation"] == "尊敬的幼苗幼儿园："
    alone = _fields(changed(signer=None, decider=PaperContact("王先生")))["customer"]
    assert (alone["handler"], alone["addressee"]) == ("王先生", "王先生")
    titled = changed(decider=PaperContact("总经理", "总经理"))
    assert _fields(titled)["customer"]["addressee"] == "总经理"
