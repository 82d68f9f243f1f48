"""Fields of the commercial terms that contracts, quotations and orders state alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.kind import Field

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.translation import Words

_TERMS = (
    "payment_day",
    "late_rate",
    "suspension_days",
    "early_rate",
    "notice_days",
    "force_majeure_days",
    "court",
)

TERMS_GUIDE = (
    Field("terms.payment_day", "每月付款日", "Day of payment"),
    Field("terms.late_rate", "逾期违约金日率", "Late payment, rate a day"),
    Field("terms.suspension_days", "欠费多少日后可暂停服务", "Days until suspension"),
    Field("terms.early_rate", "提前终止违约金比例", "Early termination rate"),
    Field("terms.notice_days", "书面通知提前日数", "Days of written notice"),
    Field("terms.force_majeure_days", "不可抗力持续多少日可解除", "Days of force majeure"),
    Field("terms.court", "管辖法院", "Court"),
)


def terms_fields(words: Words) -> dict[str, FieldValue]:
    """The group ``terms``."""
    return {"terms": {name: words(f"paper.terms.{name}") for name in _TERMS}}
