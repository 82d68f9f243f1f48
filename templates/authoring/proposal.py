"""The first version of the proposal template: look, cover and frame; the text is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from templates.authoring.markup import Cell, Row, Xml, field, para, span, tab, table, tag, twips
from templates.authoring.proposal_blocks import ACCENT, INK, MUTED, NAVY, RULE
from templates.authoring.proposal_text import body_parts
from templates.authoring.sheet import Margins, Sheet, placeholder
from templates.authoring.styles import (
    TAG_STYLE,
    Fonts,
    ListLevel,
    TextStyle,
    in_latin,
    numbering_xml,
    styles_xml,
)

if TYPE_CHECKING:
    from pathlib import Path

    from templates.authoring.tongue import Tongue

FONTS: Final = Fonts("微软雅黑", "微软雅黑")
PAPER: Final = "FFFFFF"

_STYLES: Final = (
    TextStyle("CoverBrand", 11, 18, colour="C9D6FF", spacing=1),
    TextStyle("CoverTitle", 32, 46, before=4, after=6, bold=True, colour=PAPER),
    TextStyle("CoverLead", 14, 24, colour="DCE5FF"),
    TextStyle("CoverLabel", 9, 16, colour=MUTED),
    TextStyle("CoverFact", 11, 18, colour=INK),
    TextStyle("CoverFoot", 9, 16, colour=MUTED),
    TextStyle(
        "Heading1",
        17,
        26,
        before=22,
        after=8,
        bold=True,
        colour=NAVY,
        keep_next=True,
        numbered=1,
        outline=1,
        name="heading 1",
    ),
    TextStyle(
        "Heading2",
        11.5,
        19,
        before=13,
        after=4,
        bold=True,
        colour=NAVY,
        keep_next=True,
        outline=2,
        name="heading 2",
    ),
    TextStyle("Salutation", 11.5, 20, before=0, after=6, bold=True, colour=NAVY),
    TextStyle("Body", 10.5, 19, after=6, align="both"),
    TextStyle("Lead", 10.5, 19, after=6, align="both", keep_next=True),
    TextStyle("Note", 8.5, 14, before=3, after=5, colour=MUTED),
    TextStyle(
        "Need",
        10.5,
        19,
        before=2,
        after=3,
        left=5,
        extra=f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{ACCENT}"/></w:pBdr>',
    ),
    TextStyle("TableHead", 8.5, 14, colour=MUTED),
    TextStyle("TableHeadRight", 8.5, 14, colour=MUTED, align="right"),
    TextStyle("TableText", 9.5, 15),
    TextStyle("TableInset", 9.5, 15, left=3.5),
    TextStyle("TableRight", 9.5, 15, align="right"),
    TextStyle("TableTotal", 9.5, 15, bold=True, colour=NAVY),
    TextStyle("TableTotalRight", 9.5, 15, bold=True, colour=NAVY, align="right"),
    TextStyle("TileName", 8.5, 14, colour=MUTED),
    TextStyle("TileFigure", 17, 26, bold=True, colour=ACCENT),
    TextStyle("TileFigurePlain", 17, 26, bold=True, colour=MUTED),
    TextStyle("TileNote", 8.5, 14, colour=MUTED),
    TextStyle("Picture", 10.5, before=12, after=2, keep_next=True),
    TextStyle("Caption", 8.5, 14, after=8, colour=MUTED, name="caption"),
    TextStyle("Gap", 4, 8),
    TextStyle(
        "Header",
        8,
        13,
        colour=MUTED,
        name="header",
        extra=(
            f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
            f'<w:tabs><w:tab w:val="right" w:pos="{twips(166)}"/></w:tabs>'
        ),
    ),
    TextStyle(
        "Footer",
        8,
        13,
        colour=MUTED,
        name="footer",
        extra=f'<w:tabs><w:tab w:val="right" w:pos="{twips(166)}"/></w:tabs>',
    ),
    TAG_STYLE,
    TextStyle("Strong", bold=True, colour=NAVY, character=True),
    TextStyle("Accent", bold=True, colour=ACCENT, character=True),
    TextStyle("Unusual", bold=True, colour="C2410C", character=True),
    TextStyle("Muted", colour=MUTED, character=True),
    TextStyle("Unit", size=9, colour=MUTED, character=True),
)

_LEVELS: Final = (ListLevel("decimalZero", "%1", "Heading1", left=11, hanging=11, colour=ACCENT),)


def draw(path: Path, tongue: Tongue) -> None:
    """Write the proposal template."""
    sheet = Sheet(
        title="通信服务建议书",
        styles=styles_xml(FONTS, 10.5, INK, tongue.pick(_STYLES, in_latin(_STYLES))),
        numbering=numbering_xml(_LEVELS),
        tongue=tongue,
    )
    logo = sheet.drawn(placeholder(1440, 360), "customer_logo", 60, "Gap")
    sheet.add(_cover(logo))
    sheet.end_cover()
    for part in body_parts(tongue):
        if isinstance(part, Xml):
            sheet.add(part)
        else:
            sheet.picture(placeholder(1660, 780), part.name, part.width, "Picture")
    sheet.write(path, header=_header(), footer=_footer(), margins=Margins((24, 22, 20, 22)))


def _cover(logo: Xml) -> Xml:
    """The cover: one table over the whole page, whose outer columns are its margins."""
    empty = para("Gap")
    line = f"bottom=4:{RULE}"
    facts = (
        ("呈送", "{{ customer.name }}　{{ customer.addressee }}"),
        ("方案", "{{ document.title }}"),
        ("编号", "{{ document.number }}"),
        ("日期", "{{ document.date }}"),
        ("客户经理", "{{ manager.name }}　{{ manager.phone }}"),
    )
    band = (
        para("CoverBrand", "{{ supplier.brand }}　{{ document.draft }}")
        + para("CoverTitle", "通信服务建议书")
        + para("CoverLead", "{{ customer.name }}")
    )
    foot = (
        para("CoverFoot", span("{{ supplier.name }}", "Strong"))
        + para(
            "CoverFoot",
            "{{ supplier.address }}"
            "{% if supplier.hotline %}　服务热线 {{ supplier.hotline }}{% endif %}",
        )
        + para("CoverFoot", "{{ slogan }}")
        + para("CoverFoot", "{{ document.number }}　{{ document.fingerprint }}")
    )

    def framed(*cells: Cell, fill: str = "", height: float, exact: bool = True) -> Row:
        margin = Cell(empty, fill=fill)
        return Row((margin, *cells, margin), height=height, exact=exact)

    rows = (
        framed(
            Cell(band, fill=NAVY, span=2, valign="bottom", padding=(20, 0, 16, 0)),
            fill=NAVY,
            height=138,
        ),
        framed(Cell(empty, fill=ACCENT, span=2), fill=ACCENT, height=2),
        framed(
            Cell(tag("if customer.logo") + logo + tag("endif") + empty, span=2, valign="bottom"),
            height=24,
            exact=False,
        ),
        *(
            framed(
                Cell(para("CoverLabel", label), borders=line),
                Cell(para("CoverFact", fact), borders=line),
                height=11,
                exact=False,
            )
            for label, fact in facts
        ),
        framed(Cell(foot, span=2, valign="bottom"), height=58, exact=False),
    )
    return table((22, 36, 130, 22), rows, padding=(0, 0, 0, 0), description="封面")


def _header() -> str:
    return para(
        "Header", "{{ supplier.name }}", tab(), "{{ document.draft }}　{{ document.title }}"
    )


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
