"""What a proposal tells, as edits of the quote."""

from __future__ import annotations

from app.quoting.fingerprint import fingerprint
from app.quoting.telling import Chapter, Telling
from app.quoting.telling_edits import OWN_TERMS, own_terms, with_own_terms, with_telling
from app.quoting.wording import Fault, Wording, found_words
from tests.app.documents.telling import LEAFLET, PROOF, TELLING
from tests.sample import sample_case, work_out_case

QUOTE = sample_case(1).quote


def test_the_same_again_is_no_edit() -> None:
    """Nothing is logged."""
    told = with_telling(QUOTE, TELLING)
    assert with_telling(told, TELLING) is told
    assert with_own_terms(QUOTE, ()) is QUOTE


def test_files_are_leaflets_and_proofs_each_once() -> None:
    """In this order."""
    assert TELLING.files == (LEAFLET, PROOF)


def test_own_terms_are_a_clause_of_no_library_and_go_again() -> None:
    """So they raise the flag of special clauses; without lines there is no clause."""
    told = with_own_terms(QUOTE, ("停机保号不收费", "每季度回访"))
    (clause,) = told.clauses
    assert (clause.id, clause.title.zh, len(clause.texts)) == (OWN_TERMS, "特别约定", 2)
    assert own_terms(told) == ("停机保号不收费", "每季度回访")
    assert with_own_terms(told, ()).clauses == ()


def test_own_terms_need_somebody_above_the_account_manager() -> None:
    """The kindergarten's quote needs nobody; with a clause of no library it does."""
    assert work_out_case(1).revision.verdict.level == "L1"
    told = with_own_terms(QUOTE, ("停机保号不收费",))
    assert work_out_case(1, told).revision.verdict.level == "L3"


def test_a_quote_without_any_keeps_its_fingerprint_and_another_has_another() -> None:
    """What was signed before proposals told more stays signed."""
    worked = work_out_case(1)
    priced, customer = worked.revision.priced, worked.revision.customer
    plain = fingerprint(QUOTE, customer, priced)
    assert fingerprint(with_telling(QUOTE, Telling()), customer, priced) == plain
    without = with_telling(QUOTE, Telling((Chapter.COMPANY,)))
    assert fingerprint(without, customer, priced) != plain


def test_words_of_stories_and_differences_are_looked_at() -> None:
    """A boast in either is found, and what runs somebody down."""
    told = with_telling(QUOTE, TELLING)
    wording = Wording(boasting=("随时",), denigrating=("各付各的",))
    found = found_words(told, sample_case(1).customer, wording)
    assert {(one.fault, one.word) for one in found} == {
        (Fault.BOASTING, "随时"),
        (Fault.DENIGRATING, "各付各的"),
    }
