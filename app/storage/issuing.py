"""Keep what is issued: the papers and, where they are final, the revision that they come from.

Both are written in one transaction, so no customer has a final paper whose promotions do not count,
and none counts without its paper.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from app.storage import frozen_revisions, promotion_uses
from app.storage.faults import storage_error
from app.storage.life_store import log
from app.storage.template_store import note_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from app.approval.life import Life
    from app.approval.submitting import Answer
    from app.quoting.revision import Revision
    from app.storage.database import Database
    from app.storage.document_store import DocumentStore, IssuedDocument
    from app.storage.template_store import MadeFrom
    from pricing.context import Used


class Paper(NamedTuple):
    """One file of an issue: what it is, its ending without a dot, its whole content.

    ``made_from`` is the template that it was filled from; workbooks have none.
    """

    kind: str
    format: str
    data: bytes
    made_from: MadeFrom | None = None


class Release(NamedTuple):
    """What is done in the transaction that keeps final papers.

    Attributes:
        allowed: Raises where the revision takes more of a promotion than what other quotes have
            used leaves.
        logged: Given where the quote stands and the hashes of the papers, what is to be logged.
    """

    allowed: Callable[[Mapping[str, Used]], None]
    logged: Callable[[Life, tuple[str, ...]], Answer]


def keep_issue(
    database: Database,
    documents: DocumentStore,
    revision: Revision,
    papers: Sequence[Paper],
    *,
    now: datetime,
    released: Release | None,
) -> tuple[IssuedDocument, ...]:
    """Keep papers, and freeze their revision.

    An unchanged revision is frozen once, and what it takes of promotions counts from its first
    issue: issuing it again adds nothing.

    Args:
        database: Where revisions are kept.
        documents: Where papers are kept.
        revision: What they say, with its label.
        papers: All files of the issue.
        now: The moment.
        released: What final papers need; ``None`` for drafts, which freeze and log nothing.

    Raises:
        RecordMissing: The quote is not stored.
        StepRefused: Something happened to the quote since its papers were made.
        StorageError: Another revision has the label (``reason`` is ``revision_exists``), or the
            database failed.
    """

    def freeze(connection: Connection) -> None:
        for paper in papers:
            if paper.made_from is not None:
                digest = sha256(paper.data).hexdigest()
                note_template(connection, revision.quote.id, digest, paper.made_from)
        if released is None:
            return
        hashes = tuple(sha256(paper.data).hexdigest() for paper in papers)
        log(connection, revision.quote.id, lambda life: released.logged(life, hashes))
        quote = revision.quote.id
        newest = frozen_revisions.rows(connection, quote)[-1:]
        known = [(one.label, one.fingerprint) for one in newest]
        frozen = known == [(revision.label, revision.fingerprint)]
        if frozen and promotion_uses.is_counted(connection, quote, revision.label):
            return
        released.allowed(promotion_uses.used(connection, revision.customer.id, quote))
        if frozen:
            promotion_uses.add(connection, quote, revision)
        elif not frozen_revisions.add(connection, quote, revision, now):
            raise storage_error(database.file, "revision_exists", revision.label)

    return documents.keep_all(
        [(paper.kind, paper.format, paper.data) for paper in papers],
        quote=revision.quote.id,
        revision=revision.label,
        now=now,
        first=freeze,
    )
