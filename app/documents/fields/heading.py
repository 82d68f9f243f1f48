"""Fields of the document itself and of the people and companies named in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.kind import Field
from app.quoting.number_pattern import contract_number as numbered_by

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.translation import Words

HEADING_GUIDE = (
    Field("document.number", "方案编号，含版本", "Number with the revision's label"),
    Field("document.title", "方案名称", "Short name of the solution"),
    Field("document.date", "价格日期", "Day whose prices apply"),
    Field("document.valid_until", "报价有效期最后一日", "Last day to accept"),
    Field("document.term", "合同期，如 12 个月", "Term, such as 12 months"),
    Field("document.copies", "一式几份、各执几份", "How many copies, and who keeps them"),
    Field(
        "document.fingerprint", "核对码，二十个字母；草稿为空", "Twenty letters, none in a draft"
    ),
    Field("document.draft", "草稿标记；定稿时为空", "Draft mark; empty when final"),
    Field("document.tender", "是否应标", "Answers a tender", is_choice=True),
    Field("supplier.name", "乙方名称", "Supplier"),
    Field("supplier.address", "乙方地址", "Its address"),
    Field("supplier.phone", "乙方电话", "Its telephone"),
    Field("supplier.credit_code", "乙方统一社会信用代码", "Its credit code"),
    Field("supplier.representative", "乙方法定代表人", "Its legal representative"),
    Field("supplier.bank", "乙方开户银行", "Its bank"),
    Field("supplier.bank_account", "乙方银行账号", "Its bank account"),
    Field("supplier.hotline", "服务热线", "Hotline"),
    Field("supplier.brand", "客户品牌", "Brand"),
    Field("manager.name", "客户经理姓名", "Account manager"),
    Field("manager.phone", "客户经理电话", "Account manager's telephone"),
    Field("customer.name", "甲方名称", "Customer"),
    Field("customer.address", "甲方地址", "Customer's address"),
    Field("customer.credit_code", "甲方统一社会信用代码", "Customer's credit code"),
    Field("customer.representative", "甲方法定代表人", "Customer's legal representative"),
    Field("customer.addressee", "送呈人，姓名与职务", "Addressee with position"),
    Field("customer.salutation", "称呼，如 尊敬的王先生：", "Salutation"),
    Field("customer.logo", "有甲方标志图片", "There is a logo of the customer", is_choice=True),
    Field("customer.handler", "甲方承办人", "Customer's handler"),
    Field("customer.handler_phone", "甲方承办人电话", "Handler's telephone"),
)


def heading_fields(
    revision: CustomerRevision,
    words: Words,
    figures: Figures,
    *,
    blank: str = "",
    own_blank: str | None = None,
) -> dict[str, FieldValue]:
    """The groups ``document``, ``supplier``, ``manager`` and ``customer``.

    Args:
        revision: What to print.
        words: Texts of the document's language.
        figures: Formats of the document's language.
        blank: What stands for a fact that is not known, such as a line to fill in by hand.
        own_blank: The same for facts of the supplier, where it differs: nobody fills in a
            letterhead.
    """
    own = blank if own_blank is None else own_blank
    supplier, manager = revision.supplier, revision.manager
    return {
        "document": {
            "number": contract_number(revision),
            "title": revision.title,
            "date": figures.date(revision.price_date),
            "valid_until": figures.date(revision.valid_until),
            "term": words("paper.term", count=figures.quantity(revision.term)),
            "copies": _copies(revision, words, figures),
            "fingerprint": revision.code,
            "draft": words("paper.draft") if revision.draft else "",
            "tender": revision.tender,
        },
        "supplier": {
            "name": supplier.name or own,
            "address": supplier.address or own,
            "phone": supplier.phone or own,
            "credit_code": supplier.credit_code or own,
            "representative": supplier.representative or own,
            "bank": supplier.bank or own,
            "bank_account": supplier.bank_account or own,
            "hotline": supplier.hotline or own,
            "brand": supplier.brand,
        },
        "manager": {"name": manager.name or own, "phone": manager.phone or own},
        "customer": _customer(revision, words, blank),
    }


def contract_number(revision: CustomerRevision) -> str:
    """The number of the quote with the label of its revision, as the supplier numbers papers."""
    pattern = revision.supplier.contract_number
    return numbered_by(pattern, revision.number, revision.label)


def _customer(revision: CustomerRevision, words: Words, blank: str) -> dict[str, FieldValue]:
    decider, signer = revision.decider, revision.signer
    handler = signer or decider
    addressee = decider.name if decider else ""
    if decider and decider.position not in decider.name:
        addressee = f"{decider.name} {decider.position}"
    return {
        "name": revision.customer_name or blank,
        "address": revision.customer_address or blank,
        "credit_code": revision.customer_credit_code or blank,
        "representative": revision.customer_representative or blank,
        "addressee": addressee,
        "salutation": words(
            "paper.salutation", name=decider.name if decider else revision.customer_name
        ),
        "logo": bool(revision.logo),
        "handler": (handler.name if handler else "") or blank,
        "handler_phone": (handler.phone if handler else "") or blank,
    }


def _copies(revision: CustomerRevision, words: Words, figures: Figures) -> str:
    customer = revision.copies // 2
    return words(
        "paper.copies",
        count=_counted(revision.copies, words, figures),
        customer=_counted(customer, words, figures),
        supplier=_counted(revision.copies - customer, words, figures),
    )


def _counted(count: int, words: Words, figures: Figures) -> str:
    """A small number as contracts write it: 贰, two."""
    key = f"paper.count.{count}"
    return words(key) if key in words else figures.quantity(count)
