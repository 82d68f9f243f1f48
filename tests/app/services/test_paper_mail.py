"""E-mails with papers: to whom, in which language, and never with what is internal."""

from __future__ import annotations

import email
from email.policy import default
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import IssueRefused
from app.quoting.authority.staff import Person
from app.quoting.customer import Contact, ContactRole
from app.services.paper_mail import addressee, approval_mail, customer_mail
from app.services.quote_library import open_quote

if TYPE_CHECKING:
    from email.message import EmailMessage

    from app.services.workspace import Workspace

PAPER = ("contract", "合同 甲.pdf", b"%PDF-1.7 words")
WORKBOOK = ("approval", "approval.xlsx", b"PK words")


def read(mail: bytes) -> EmailMessage:
    """As a mail program reads it."""
    return email.message_from_bytes(mail, policy=default)


def test_who_handles_comes_before_who_decides(sample: Workspace) -> None:
    """A contact without an address is nobody to write to."""
    customer = open_quote(sample, "Q0001").customer
    handler = Contact("甲", roles=(ContactRole.HANDLER,), email="a@example.com")
    decider = Contact("乙", roles=(ContactRole.DECIDER,), email="b@example.com")
    both = msgspec.structs.replace(customer, contacts=(decider, handler))
    assert addressee(both) == handler
    unreached = msgspec.structs.replace(handler, email="")
    assert addressee(msgspec.structs.replace(customer, contacts=(decider, unreached))) == decider
    assert addressee(msgspec.structs.replace(customer, contacts=(unreached,))) is None


def test_without_an_address_the_mail_is_left_to_be_addressed(sample: Workspace) -> None:
    """English, with a title of two lines that makes no further header, and the file as it is."""
    opened = open_quote(sample, "Q0001")
    quote = msgspec.structs.replace(opened.quote, title="Offer\nBcc: x@example.com")
    mail = read(customer_mail(sample, quote, opened.customer, [PAPER], language="en"))
    assert (mail["To"], mail["Bcc"], mail["X-Unsent"]) == (None, None, "1")
    assert mail["Subject"].startswith("Telecommunications Service Contract: Offer Bcc:")
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().startswith(f"Dear {opened.customer.name},")
    assert "draft" not in body.get_content()
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == PAPER[1]
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PAPER[2]


def test_an_internal_paper_never_goes_to_a_customer(sample: Workspace) -> None:
    """Not even beside papers that may."""
    opened = open_quote(sample, "Q0001")
    with pytest.raises(IssueRefused):
        customer_mail(sample, opened.quote, opened.customer, [PAPER, WORKBOOK], language="zh")


def test_the_workbook_is_addressed_to_the_approver(sample: Workspace) -> None:
    """By name and address; the customer is named in the subject only."""
    opened = open_quote(sample, "Q0001")
    boss = Person("M102", "陈志远", "L3", email="chen@example.com")
    mail = read(
        approval_mail(sample, opened.quote, opened.customer, [WORKBOOK], to=boss, language="zh")
    )
    assert mail["To"] == "chen@example.com"
    assert opened.customer.name in mail["Subject"]
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().startswith("陈志远，您好：")
