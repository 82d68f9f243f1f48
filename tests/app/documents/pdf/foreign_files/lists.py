"""Numbered files: a contract of four levels, and lists inside lists."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.app.documents.pdf.documents import add_item, add_list, new_document, saved
from tests.app.documents.pdf.foreign_files.words import CLAUSE, NOTICE, PLAIN


def legal_contract() -> bytes:
    """Chapters, articles and items, each level in its own numerals, over three pages."""
    document = new_document()
    document.add_heading("专线服务合同", 0)
    levels = [
        ("chineseCountingThousand", "第%1章", '<w:suff w:val="space"/>'),
        ("chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/><w:suff w:val="space"/>'),
        ("chineseCountingThousand", "（%3）", '<w:suff w:val="nothing"/>'),
        ("decimal", "%4.", ""),
    ]
    contract = add_list(document, levels)
    for chapter in range(4):
        heading = add_item(document, ("总则", "服务内容", "费用", "违约责任")[chapter], contract, 0)
        heading.paragraph_format.keep_with_next = True
        heading.runs[0].bold = True
        for article in range(3):
            add_item(document, CLAUSE if article % 2 else NOTICE, contract, 1)
            if article == 1:
                for item in range(3):
                    add_item(document, PLAIN + f"，第{item + 1}项。", contract, 2)
                    for _ in range(item):
                        add_item(document, PLAIN + "。", contract, 3)
    return saved(document)


def nested_lists() -> bytes:
    """Bullets under numbers under bullets; a second list that begins again at one."""
    document = new_document(chinese="微软雅黑", latin="Arial")
    bullets = [("bullet", "●", ""), ("decimal", "%2)", ""), ("lowerLetter", "%3.", "")]
    numbers = [("decimal", "%1.", ""), ("decimal", "%1.%2", ""), ("upperRoman", "%3.", "")]
    one, two = add_list(document, bullets), add_list(document, numbers)
    for list_id in (one, two):
        for group in range(3):
            add_item(document, f"第{group + 1}组：{NOTICE}", list_id, 0)
            for step in range(2):
                add_item(document, f"{PLAIN}，步骤{step + 1}。", list_id, 1)
                add_item(document, "Check the line, then the CPE, then the port.", list_id, 2)
    document.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="990"><w:abstractNumId w:val="{two}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    for step in range(3):
        add_item(document, f"重新从一开始的第{step + 1}项。", 990, 0)
    return saved(document)
