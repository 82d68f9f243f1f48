"""Styles and numbering of the contract template."""

from __future__ import annotations

from typing import Final

from templates.authoring.contract_blocks import HEAD, MUTED, WIDTH
from templates.authoring.markup import twips
from templates.authoring.styles import TAG_STYLE, ListLevel, TextStyle

STYLES: Final = (
    TextStyle(
        "Title",
        20,
        30,
        before=0,
        after=4,
        bold=True,
        align="center",
        fonts=HEAD,
        name="Title",
        spacing=2,
    ),
    TextStyle("Number", 9.5, 16, after=8, align="center", colour=MUTED),
    TextStyle("BoxTitle", 10.5, 17, bold=True, fonts=HEAD),
    TextStyle("Label", 9.5, 15, colour=MUTED),
    TextStyle("Fact", 9.5, 15),
    TextStyle("Preamble", 10.5, 18, before=9, after=4, align="both", first_characters=2),
    TextStyle(
        "Heading1",
        11,
        19,
        before=8,
        after=2,
        bold=True,
        fonts=HEAD,
        keep_next=True,
        numbered=1,
        outline=1,
        name="heading 1",
    ),
    TextStyle("Clause", 10.5, 17.6, after=1.5, align="both", numbered=2),
    TextStyle("Subclause", 10.5, 17.6, after=0, align="both", numbered=3),
    TextStyle(
        "AnnexTitle",
        14,
        24,
        before=20,
        after=8,
        bold=True,
        align="center",
        fonts=HEAD,
        outline=1,
        keep_next=True,
    ),
    TextStyle("AnnexGroup", 10.5, 18, before=8, after=3, bold=True, fonts=HEAD, keep_next=True),
    TextStyle("Body", 10.5, 18.5, after=4, align="both"),
    TextStyle("Note", 9, 15, before=4, colour=MUTED, align="both"),
    TextStyle("TableHead", 8.5, 13, colour=MUTED, fonts=HEAD),
    TextStyle("TableHeadRight", 8.5, 13, colour=MUTED, align="right", fonts=HEAD),
    TextStyle("TableText", 8.5, 14),
    TextStyle("TableRight", 8.5, 14, align="right"),
    TextStyle("TableTotal", 8.5, 14, bold=True),
    TextStyle("TableTotalRight", 8.5, 14, bold=True, align="right"),
    TextStyle("SignHead", 10.5, 18, bold=True, fonts=HEAD),
    TextStyle("Sign", 10.5, 26),
    TextStyle("Seal", 9, 14, before=18, colour="9AA3B2", align="center"),
    TextStyle("Gap", 4, 8),
    TextStyle(
        "Header",
        8,
        13,
        colour=MUTED,
        name="header",
        extra=f'<w:tabs><w:tab w:val="right" w:pos="{twips(WIDTH)}"/></w:tabs>',
    ),
    TextStyle(
        "Footer",
        8,
        13,
        colour=MUTED,
        name="footer",
        extra=f'<w:tabs><w:tab w:val="right" w:pos="{twips(WIDTH)}"/></w:tabs>',
    ),
    TAG_STYLE,
    TextStyle("Strong", bold=True, character=True),
    TextStyle("Figure", size=12, bold=True, character=True),
)

LEVELS: Final = (
    ListLevel("chineseCountingThousand", "第%1条", "Heading1", 0, 0, suffix="space"),
    ListLevel("decimal", "%1.%2", "Clause", 10.5, 10.5, legal=True),
    ListLevel("decimal", "（%3）", "Subclause", 20, 9.5),
)
ENGLISH_LEVELS: Final = (
    ListLevel("decimal", "Article %1", "Heading1", 0, 0, suffix="space"),
    ListLevel("decimal", "%1.%2", "Clause", 10.5, 10.5, legal=True),
    ListLevel("decimal", "(%3)", "Subclause", 20, 9.5),
)
