"""An e-mail with papers, as a draft that the system's mail program opens to be sent."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from app.errors import IssueRefused
from app.figures import Figures
from app.quoting.customer import ContactRole
from app.services.issue_documents import PaperKind
from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.authority.staff import Person
    from app.quoting.customer import Contact, Customer
    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from app.translation import Words
    from catalog.local_text import Language

_ASKED_FIRST = (ContactRole.HANDLER, ContactRole.SIGNER, ContactRole.DECIDER)
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def addressee(customer: Customer) -> Contact | None:
    """Whom papers are mailed to: who handles, signs or decides, else anybody with an address."""
    reached = [contact for contact in customer.contacts if contact.email]
    for role in _ASKED_FIRST:
        for contact in reached:
            if role in contact.roles:
                return contact
    return reached[0] if reached else None


def customer_mail(
    workspace: Workspace,
    quote: Quote,
    customer: Customer,
    papers: Sequence[tuple[str, str, bytes]],
    *,
    language: Language,
    drafts: bool = False,
) -> bytes:
    """A mail to the customer.

    Args:
        workspace: The user's data.
        quote: That the papers are of.
        customer: Whom it is to.
        papers: Kind, file name and content of each.
        language: Of the text.
        drafts: One of them is a draft, which the text says.

    Raises:
        IssueRefused: A paper is internal.
    """
    if any(kind == PaperKind.APPROVAL for kind, _, _ in papers):
        raise IssueRefused(reason="internal_paper")
    words, figures, to = load_words(language), Figures(language), addressee(customer)
    titles = words("mail.joined").join(
        dict.fromkeys(words(f"paper.{kind}.title") for kind, _, _ in papers)
    )
    told = {"papers": titles, "title": quote.title, "number": quote.number}
    subject = words("mail.subject" if quote.title else "mail.subject_untitled", **told)
    greeting = (
        words("mail.greeting", name=to.name)
        if to is not None
        else words("mail.greeting_company", name=customer.name)
    )
    body = [greeting, words("mail.body", papers=titles, valid=figures.date(quote.valid_until))]
    if drafts:
        body.append(words("mail.drafts"))
    body.append(_closing(workspace, quote, words))
    return _mail(subject, "\n".join(body), to.email if to is not None else "", papers)


def reminder_mail(
    workspace: Workspace, quote: Quote, customer: Customer, *, language: Language
) -> bytes:
    """A mail that asks the customer what he says to the papers that he has.

    Args:
        workspace: The user's data.
        quote: That the papers are of.
        customer: Whom it is to.
        language: Of the text.
    """
    words, figures, to = load_words(language), Figures(language), addressee(customer)
    name = quote.title or quote.number
    body = [
        words("mail.greeting", name=to.name)
        if to is not None
        else words("mail.greeting_company", name=customer.name),
        words("mail.reminder_body", title=name, valid=figures.date(quote.valid_until)),
        _closing(workspace, quote, words),
    ]
    subject = words("mail.reminder_subject", title=name, number=quote.number)
    return _mail(subject, "\n".join(body), to.email if to is not None else "", ())


def approval_mail(
    workspace: Workspace,
    quote: Quote,
    customer: Customer,
    workbooks: Sequence[tuple[str, str, bytes]],
    *,
    to: Person | None,
    language: Language,
) -> bytes:
    """A mail with approval workbooks to who approves.

    Args:
        workspace: The user's data.
        quote: That they are of.
        customer: Whom the quote is for.
        workbooks: Kind, file name and content of each.
        to: Who approves; ``None`` where nobody is known.
        language: Of the text.
    """
    words = load_words(language)
    told = {"customer": customer.name, "title": quote.title, "number": quote.number}
    name = to.name if to is not None else ""
    body = [words("mail.greeting", name=name)] if name else []
    body += [words("mail.approval_body", **told), _closing(workspace, quote, words)]
    subject = words("mail.approval_subject", **told)
    return _mail(subject, "\n".join(body), to.email if to is not None else "", workbooks)


def approver(workspace: Workspace, quote: Quote) -> Person | None:
    """Who is asked to decide on a quote next, of those with an address before the others."""
    waiting = workspace.life.life(quote.id).waiting
    staff = workspace.rules.authority_on(quote.price_date).staff
    known = staff.person(quote.manager.id)
    team = known.team if known is not None else ""
    people = [person for role in waiting for person in staff.holders(role, team)]
    people = [person for person in people if person.id != quote.manager.id]
    return next((one for one in people if one.email), people[0] if people else None)


def _closing(workspace: Workspace, quote: Quote, words: Words) -> str:
    text = words(
        "mail.closing",
        manager=quote.manager.name,
        phone=quote.manager.phone,
        supplier=workspace.settings.supplier_name,
    )
    first, *rest = text.split("\n")
    return "\n".join([first, *filter(None, rest)])


def _mail(subject: str, body: str, to: str, files: Sequence[tuple[str, str, bytes]]) -> bytes:
    """The bytes of an .eml that a mail program opens as something to be sent."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    if to:
        message["To"] = " ".join(to.split())
    message["X-Unsent"] = "1"
    message.set_content(body)
    for _, name, data in files:
        main, _, sub = _TYPES[name.rpartition(".")[2]].partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()
