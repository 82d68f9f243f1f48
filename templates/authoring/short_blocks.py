"""Building blocks of the short papers: letterhead, facts, tables, signatures, and their styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from templates.authoring.markup import (
    Cell,
    Row,
    Xml,
    field,
    para,
    span,
    tab,
    table,
    tag,
    tag_row,
    twips,
)
from templates.authoring.proposal_blocks import ACCENT, INK, LINES, MUTED, NAVY, RULE, end_of_kept
from templates.authoring.sheet import Margins, Sheet
from templates.authoring.styles import (
    TAG_STYLE,
    Fonts,
    TextStyle,
    in_latin,
    numbering_xml,
    styles_xml,
)

if TYPE_CHECKING:
    from templates.authoring.tongue import Tongue

WIDTH: Final = 174.0
# As in the contract: a box stands flush with the text.
FLUSH: Final = 0.02
MARGINS: Final = Margins((16, 18, 15, 18))
ACCOUNTS: Final = (
    "{% for account in accounts %}{{ account.number }}"
    "{% if not loop.last %}、{% endif %}{% endfor %}"
)
"""The numbers of all billing accounts in a line."""
_FONTS: Final = Fonts("微软雅黑", "微软雅黑")
_TABS: Final = f'<w:tabs><w:tab w:val="right" w:pos="{twips(WIDTH)}"/></w:tabs>'

_STYLES: Final = (
    TextStyle("Brand", 11, 17, bold=True, colour=ACCENT),
    TextStyle("BrandNote", 8.5, 14, colour=MUTED),
    TextStyle("Title", 21, 30, bold=True, colour=NAVY, align="right", name="Title", spacing=1),
    TextStyle("TitleNote", 9, 15, colour=MUTED, align="right"),
    TextStyle(
        "Heading2",
        11,
        18,
        before=9,
        after=3,
        bold=True,
        colour=NAVY,
        keep_next=True,
        outline=1,
        name="heading 2",
    ),
    TextStyle("Body", 9.5, 16, after=3, align="both"),
    TextStyle("Lead", 9.5, 16, after=4, align="both", keep_next=True),
    TextStyle("Term", 9, 15, after=1, left=3, hanging=3, keep_next=True),
    TextStyle("Note", 8.5, 14, before=2, after=2, colour=MUTED),
    TextStyle("Label", 8.5, 14, colour=MUTED),
    TextStyle("Fact", 9.5, 15),
    TextStyle("TableHead", 8.5, 14, colour=MUTED),
    TextStyle("TableHeadRight", 8.5, 14, colour=MUTED, align="right"),
    TextStyle("TableText", 9, 13.5),
    TextStyle("TableInset", 9, 13.5, left=3.5),
    TextStyle("TableRight", 9, 13.5, align="right"),
    TextStyle("TableTotal", 9, 13.5, bold=True, colour=NAVY),
    TextStyle("TableTotalRight", 9, 13.5, bold=True, colour=NAVY, align="right"),
    TextStyle("TileName", 8.5, 14, colour=MUTED),
    TextStyle("TileFigure", 17, 25, bold=True, colour=ACCENT),
    TextStyle("TileFigurePlain", 17, 25, bold=True, colour=MUTED),
    TextStyle("TileNote", 8.5, 14, colour=MUTED),
    TextStyle("SignHead", 9.5, 17, bold=True, colour=NAVY),
    TextStyle("Sign", 9.5, 20),
    TextStyle("Seal", 8.5, 14, before=10, colour="9AA3B2", align="center"),
    TextStyle("Picture", 9.5, before=6, after=0, keep_next=True),
    TextStyle("Gap", 4, 8),
    TextStyle("Header", 8, 13, colour=MUTED, name="header", extra=_TABS),
    TextStyle("Footer", 8, 13, colour=MUTED, name="footer", extra=_TABS),
    TAG_STYLE,
    TextStyle("Strong", bold=True, colour=NAVY, character=True),
    TextStyle("Accent", bold=True, colour=ACCENT, character=True),
    TextStyle("Unusual", bold=True, colour="C2410C", character=True),
    TextStyle("Muted", colour=MUTED, character=True),
)


def short_sheet(title: str, tongue: Tongue) -> Sheet:
    """An empty short paper."""
    styles = tongue.pick(_STYLES, in_latin(_STYLES))
    return Sheet(
        title=title,
        styles=styles_xml(_FONTS, 9.5, INK, styles),
        numbering=numbering_xml(()),
        tongue=tongue,
    )


def letterhead(title: str, number: str) -> Xml:
    """Who writes, what the paper is called, and its number, over a strong line."""
    sender = (
        tag("if supplier.brand")
        + para("Brand", "{{ supplier.brand }}")
        + para("BrandNote", "{{ supplier.name }}")
        + tag("else")
        + para("Brand", "{{ supplier.name }}")
        + tag("endif")
        + para("BrandNote", "{{ supplier.address }}　{{ supplier.phone }}")
    )
    row = Row(
        (
            Cell(sender, valign="bottom"),
            Cell(para("Title", title) + para("TitleNote", number), valign="bottom"),
        )
    )
    line = f"bottom=16:{ACCENT}"
    head = table((100, 74), (row,), borders=line, padding=(0, 0, 2.5, 0), description="抬头")
    return Xml(head + end_of_kept())


def facts(
    *pairs: tuple[str, str], label: float = 28, last: tuple[tuple[str, str], ...] = ()
) -> Xml:
    """Facts two by two: label and value, with hairlines between the rows.

    Args:
        pairs: Label and value; filled row by row, two in each.
        label: Width of a label in millimetres.
        last: Further pairs, each over the whole width.
    """
    wide = WIDTH / 2 - label
    rows = [
        Row(tuple(cell for pair in pairs[at : at + 2] for cell in _fact(*pair)))
        for at in range(0, len(pairs), 2)
    ]
    rows += [
        Row(
            (
                Cell(para("Label", name), valign="top"),
                Cell(para("Fact", value), span=3),
            )
        )
        for name, value in last
    ]
    lines = f"bottom=4:{RULE} insideH=4:{RULE}"
    return table(
        (label, wide, label, wide),
        tuple(rows),
        borders=lines,
        padding=(0.9, 2, 0.9, 0),
        description="基本信息",
    )


def _fact(name: str, value: str) -> tuple[Cell, Cell]:
    return Cell(para("Label", name), valign="top"), Cell(para("Fact", value), valign="top")


def listing(
    widths: tuple[float, ...],
    head: Row,
    rows: tuple[Row, ...],
    description: str,
) -> Xml:
    """A table under a strong line, with hairlines between its rows."""
    return table(
        widths, (head, *rows), borders=LINES, padding=(1.0, 1.2, 1.0, 0), description=description
    )


def looped(over: str, columns: int, *rows: Row) -> tuple[Row, ...]:
    """Rows repeated for each member of a list."""
    return (tag_row(f"for {over}", columns), *rows, tag_row("endfor", columns))


def key_figures(*figures: tuple[str, str, str]) -> Xml:
    """Key figures side by side: name with unit, figure, note; the first is the strongest."""
    width = WIDTH / len(figures)
    cells = (
        Cell(
            para("TileName", name)
            + para("TileFigure" if not place else "TileFigurePlain", figure)
            + para("TileNote", note),
            valign="top",
            borders=f"top=12:{RULE if place else ACCENT}",
            padding=(1.6, 3, 0.6, 0),
        )
        for place, (name, figure, note) in enumerate(figures)
    )
    return table((width,) * len(figures), (Row(tuple(cells)),), padding=(1.2, 3, 1.2, 0))


def signatures(left: tuple[str, ...], right: tuple[str, ...], *, height: float = 38) -> Xml:
    """Room for both parties to sign and seal; it stays on one page."""

    def party(lines: tuple[str, ...]) -> Cell:
        signed = "".join(para("Sign", line) for line in lines[1:])
        return Cell(para("SignHead", lines[0]) + signed, valign="top", padding=(2.5, 4, 2.5, 4))

    borders = " ".join(f"{s}=4:{RULE}" for s in ("top", "left", "bottom", "right", "insideV"))
    return Xml(
        para("Gap", properties='<w:keepNext/><w:spacing w:before="120"/>')
        + table(
            (WIDTH / 2, WIDTH / 2),
            (Row((party(left), party(right)), height=height),),
            borders=borders,
            indent=FLUSH,
            description="签署",
        )
    )


def furniture(title: str) -> dict[str, str]:
    """Header and footer of a short paper: draft mark above, number and page below."""
    return {
        "header": para("Header", title, tab(), "{{ document.draft }}　{{ document.number }}"),
        "footer": para(
            "Footer",
            "{{ document.number }}　{{ document.fingerprint }}",
            tab(),
            "第 ",
            field("PAGE"),
            " 页　共 ",
            field("NUMPAGES"),
            " 页",
        ),
    }


def strong(text: str) -> Xml:
    """A run in the colour of headings."""
    return span(text, "Strong")
