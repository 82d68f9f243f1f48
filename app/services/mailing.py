"""Write the e-mail with papers of a quote, addressed to the customer or to who approves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.file_names import file_name
from app.services.issue_documents import make_folder
from app.services.paper_mail import approval_mail, approver, customer_mail, reminder_mail
from app.storage.saving import save

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.services.kept_papers import KeptPaper
    from app.services.workspace import Workspace
    from catalog.local_text import Language

_OUTBOX = "mail"
"""Folder of the e-mails, below the user's data."""


def write_mail(workspace: Workspace, quote_id: str, papers: Sequence[KeptPaper]) -> Path:
    """An e-mail as a file that the system's mail program opens; kept beside older ones.

    Args:
        workspace: The user's data.
        quote_id: Identifier of the quote.
        papers: All for the customer, or all internal.

    Raises:
        IssueRefused: An internal paper stands among those for the customer.
        StorageError: A paper that was kept is missing or damaged.
        FileError: The e-mail cannot be written.
    """
    quote = workspace.quotes.load(quote_id).quote
    customer = workspace.customers.customer(quote.customer)
    files = [
        (paper.document.kind, paper.name, workspace.documents.read(paper.document))
        for paper in papers
    ]
    own: Language = "en" if quote.language == "en" else "zh"
    if all(paper.internal for paper in papers):
        to = approver(workspace, quote)
        data = approval_mail(workspace, quote, customer, files, to=to, language=own)
    else:
        spoken = {paper.language for paper in papers if paper.language}
        language: Language = "en" if spoken == {"en"} else "zh" if spoken == {"zh"} else own
        drafts = any(paper.state == "draft" for paper in papers)
        data = customer_mail(workspace, quote, customer, files, language=language, drafts=drafts)
    return _kept(workspace, quote, customer, data)


def write_reminder(workspace: Workspace, quote_id: str) -> Path:
    """An e-mail that asks for an answer to the papers of a quote, in the quote's language.

    Raises:
        RecordMissing: The quote or its customer is gone.
        FileError: The e-mail cannot be written.
    """
    quote = workspace.quotes.load(quote_id).quote
    customer = workspace.customers.customer(quote.customer)
    language: Language = "en" if quote.language == "en" else "zh"
    return _kept(
        workspace, quote, customer, reminder_mail(workspace, quote, customer, language=language)
    )


def _kept(workspace: Workspace, quote: Quote, customer: Customer, data: bytes) -> Path:
    folder = workspace.folder / _OUTBOX
    make_folder(folder)
    name = file_name("{number} {customer}", {"number": quote.number, "customer": customer.name})
    return save(folder / f"{name}.eml", data, replace=False)
