"""The first version of the contract template: look, first page, signatures and annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.contract_annexes import (
    price_annex,
    service_annex,
    signatures,
    site_annex,
)
from templates.authoring.contract_blocks import (
    ACCENT,
    BODY,
    BOX,
    FLUSH,
    INK,
    PALE,
    RULE,
)
from templates.authoring.contract_styles import ENGLISH_LEVELS, LEVELS, STYLES
from templates.authoring.contract_text import clause_parts
from templates.authoring.markup import (
    Cell,
    Row,
    Xml,
    field,
    para,
    span,
    tab,
    table,
)
from templates.authoring.sheet import Margins, Sheet
from templates.authoring.styles import in_latin, numbering_xml, styles_xml

if TYPE_CHECKING:
    from pathlib import Path

    from templates.authoring.tongue import Tongue


def draw(path: Path, tongue: Tongue) -> None:
    """Write the contract template."""
    sheet = Sheet(
        title="电信业务服务合同",
        styles=styles_xml(BODY, 10.5, INK, tongue.pick(STYLES, in_latin(STYLES))),
        numbering=numbering_xml(tongue.pick(LEVELS, ENGLISH_LEVELS)),
        tongue=tongue,
    )
    sheet.add(
        para("Title", "电信业务服务合同"),
        para("Number", "合同编号：{{ document.number }}"),
        _parties(),
        para("Gap"),
        _key_terms(),
        para(
            "Preamble",
            "根据《中华人民共和国民法典》《中华人民共和国电信条例》及有关规定，甲乙双方遵循平等、"
            "自愿、公平、诚信的原则，就乙方向甲方提供电信业务服务协商一致，订立本合同。",
        ),
    )
    sheet.add(*clause_parts())
    sheet.add(signatures())
    sheet.add(*price_annex(tongue))
    sheet.add(*service_annex(tongue))
    sheet.add(*site_annex())
    sheet.write(path, header=_header(), footer=_footer(), margins=Margins((22, 22, 19, 22)))


def _parties() -> Xml:
    """Both parties side by side: the facts that article 470 asks for first."""
    facts = (
        ("名称", "name", "name"),
        ("住所", "address", "address"),
        ("统一社会信用代码", "credit_code", "credit_code"),
        ("法定代表人", "representative", "representative"),
    )
    rows = [
        Row(
            (
                Cell(para("BoxTitle", "甲方（客户）"), span=2, fill=PALE),
                Cell(para("BoxTitle", "乙方（服务提供方）"), span=2, fill=PALE),
            )
        )
    ]
    rows += [
        Row(
            (
                Cell(para("Label", label)),
                Cell(para("Fact", f"{{{{ customer.{left} }}}}")),
                Cell(para("Label", label)),
                Cell(para("Fact", f"{{{{ supplier.{right} }}}}")),
            )
        )
        for label, left, right in facts
    ]
    rows.append(
        Row(
            (
                Cell(para("Label", "承办人及电话")),
                Cell(para("Fact", "{{ customer.handler }}　{{ customer.handler_phone }}")),
                Cell(para("Label", "承办人及电话")),
                Cell(para("Fact", "{{ manager.name }}　{{ manager.phone }}")),
            )
        )
    )
    return table(
        (32, 51, 32, 51),
        tuple(rows),
        borders=BOX,
        padding=(1, 1.5, 1, 2),
        indent=FLUSH,
        description="双方当事人",
    )


def _key_terms() -> Xml:
    """The box on the first page: what matters most to the customer, before he reads on."""
    terms = (
        ("所选套餐和业务", para("Fact", span("{{ plan_names }}", "Strong"))),
        (
            "合同期",
            para("Fact", "{{ document.term }}，自服务开通之日起计算（见{{ see.performance }}）"),
        ),
        (
            "每月费用（含税）",
            para(
                "Fact",
                span("¥{{ price.monthly.net }}", "Figure"),
                "　人民币{{ price.monthly.capital }}",
            ),
        ),
        (
            "一次性费用（含税）",
            para("Fact", "¥{{ price.one_time.net }}　人民币{{ price.one_time.capital }}"),
        ),
        (
            "合同总额（含税）",
            para(
                "Fact",
                span("¥{{ price.contract.net }}", "Figure"),
                "　人民币{{ price.contract.capital }}",
            ),
        ),
        (
            "付款",
            para(
                "Fact",
                "每月{{ terms.payment_day }}日前付清上一计费月的费用；逾期的，按日计收欠费"
                "{{ terms.late_rate }}的违约金（见{{ see.price }}、{{ see.breach }}）",
            ),
        ),
        (
            "提前终止",
            para(
                "Fact",
                "甲方提前终止的，违约金为：每月费用 × 剩余月数 × {{ terms.early_rate }}"
                "（见{{ see.breach }}）",
            ),
        ),
    )
    line = f"bottom=4:{RULE}"
    rows = [
        Row(
            (
                Cell(
                    para("BoxTitle", "重要条款提示")
                    + para(
                        "Label",
                        "以下各项与甲方有重大利害关系，请在签字前仔细阅读；"
                        "对任何一项有疑问的，乙方应当予以说明。",
                    ),
                    span=2,
                    borders=line,
                ),
            )
        )
    ]
    rows += [
        Row((Cell(para("Label", name), borders=line), Cell(content, borders=line)))
        for name, content in terms[:-1]
    ]
    name, content = terms[-1]
    rows.append(Row((Cell(para("Label", name)), Cell(content))))
    frame = " ".join(f"{side}=12:{ACCENT}" for side in ("top", "left", "bottom", "right"))
    return table(
        (38, 128),
        tuple(rows),
        borders=frame,
        padding=(1, 2, 1, 2.5),
        indent=FLUSH,
        description="重要条款提示",
    )


def _header() -> str:
    return para("Header", "电信业务服务合同", tab(), "{{ document.draft }}　{{ document.number }}")


def _footer() -> str:
    return para(
        "Footer",
        "{{ document.number }}　{{ document.fingerprint }}",
        tab(),
        "第 ",
        field("PAGE"),
        " 页　共 ",
        field("NUMPAGES"),
        " 页",
    )
