"""Papers and their frozen revision are kept together or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.event import Event
from app.approval.state import Deed
from app.approval.submitting import Answer
from app.errors import IssueRefused, StorageError
from app.storage.document_store import DocumentStore
from app.storage.issuing import Paper, Release, keep_issue
from app.storage.quote_store import QuoteStore
from tests.app.approval.quotes import AUTHOR
from tests.app.storage.stored_values import NOON, a_quote
from tests.app.storage.test_promotion_uses import using

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.approval.life import Life
    from app.quoting.revision import Revision
    from app.storage.database import Database
    from pricing.context import Used

PAPERS = (Paper("contract", "docx", b"one"), Paper("contract", "pdf", b"two"))


def revision(label: str = "A", content: str = "first", **taken: int) -> Revision:
    """Of the stored quote, taking so many fen."""
    made = using(label, "c1", **taken)
    return replace(made, quote=replace(made.quote, id="q-1"), fingerprint=content)


def allow(used: Mapping[str, Used]) -> None:
    """Whatever others have used."""
    del used


def note(life: Life, hashes: tuple[str, ...]) -> Answer:
    """The papers were issued; nothing else was asked before."""
    del life
    event = Event("q-1", Deed.ISSUED, AUTHOR, NOON, "op", "A", papers=hashes)
    return Answer((event,))


def test_what_is_refused_in_the_transaction_leaves_no_record(database: Database) -> None:
    """Neither papers nor revision; the bytes in the folder are found by nobody."""
    store, documents = QuoteStore(database), DocumentStore(database)
    store.create(a_quote(), now=NOON)

    def refuse(used: Mapping[str, Used]) -> None:
        raise IssueRefused(reason=str(used))

    with pytest.raises(IssueRefused):
        keep_issue(
            database, documents, revision(P=5), PAPERS, now=NOON, released=Release(refuse, note)
        )
    assert documents.issued("q-1") == ()
    assert store.revisions("q-1") == ()


def test_a_draft_keeps_its_papers_only(database: Database) -> None:
    """Nothing is frozen, and nothing counts."""
    store, documents = QuoteStore(database), DocumentStore(database)
    store.create(a_quote(), now=NOON)
    kept = keep_issue(database, documents, revision(P=5), PAPERS, now=NOON, released=None)
    assert documents.issued("q-1") == kept
    assert store.revisions("q-1") == ()
    assert store.used_of_promotions("c1", "new") == {}


def test_another_content_under_a_letter_that_is_taken_is_refused(database: Database) -> None:
    """Somebody else froze that letter meanwhile; the same content again changes nothing."""
    store, documents = QuoteStore(database), DocumentStore(database)
    store.create(a_quote(), now=NOON)
    for _ in range(2):
        keep_issue(
            database, documents, revision(P=5), PAPERS, now=NOON, released=Release(allow, note)
        )
    with pytest.raises(StorageError) as failure:
        keep_issue(
            database,
            documents,
            revision("A", "other", P=7),
            PAPERS,
            now=NOON,
            released=Release(allow, note),
        )
    assert failure.value.parameters["reason"] == "revision_exists"
    assert [(row.label, row.fingerprint) for row in store.revisions("q-1")] == [("A", "first")]
