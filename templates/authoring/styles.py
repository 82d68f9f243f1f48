"""Styles and numbering of a template, as markup."""

from __future__ import annotations

from typing import Final, NamedTuple

from templates.authoring.markup import NAMESPACES, twips

_BUILT_IN: Final = ("heading", "caption", "header", "footer", "Title")
"""Names that Word knows; the others are marked as our own."""


class Fonts(NamedTuple):
    """Named fonts: Latin and Chinese."""

    latin: str
    chinese: str


class TextStyle(NamedTuple):
    """A paragraph or character style; sizes in points, indents in millimetres.

    Attributes:
        id: Identifier, also shown as the name when ``name`` is empty.
        size: 0 leaves the size alone (character styles).
        line: Exact line pitch; 0 for single spacing.
        hanging: How far the first line stands out to the left.
        first_characters: How many characters the first line is indented.
        numbered: Level of the numbering list plus one; 0 for none.
        outline: Outline level plus one; 0 for body text.
        extra: More paragraph properties as markup: tab stops, borders.
    """

    id: str
    size: float = 0
    line: float = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str = ""
    align: str = ""
    left: float = 0
    hanging: float = 0
    first_characters: int = 0
    numbered: int = 0
    outline: int = 0
    keep_next: bool = False
    fonts: Fonts | None = None
    name: str = ""
    character: bool = False
    spacing: float = 0
    extra: str = ""


def in_latin(styles: tuple[TextStyle, ...]) -> tuple[TextStyle, ...]:
    """Styles for a text in Latin letters: ragged right, no indent of the first line, no spacing."""
    return tuple(
        style._replace(
            align="" if style.align == "both" else style.align, first_characters=0, spacing=0
        )
        for style in styles
    )


def styles_xml(fonts: Fonts, size: float, colour: str, styles: tuple[TextStyle, ...]) -> str:
    """The part that defines every style of a template."""
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(fonts)}"
        f'<w:color w:val="{colour}"/><w:sz w:val="{round(size * 2)}"/>'
        f'<w:szCs w:val="{round(size * 2)}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/></w:style>'
        f"{''.join(_style(style) for style in styles)}</w:styles>"
    )


def _fonts(fonts: Fonts) -> str:
    return (
        f'<w:rFonts w:ascii="{fonts.latin}" w:hAnsi="{fonts.latin}"'
        f' w:eastAsia="{fonts.chinese}" w:cs="{fonts.latin}"/>'
    )


def _style(style: TextStyle) -> str:
    kind = "character" if style.character else "paragraph"
    based = "" if style.character else '<w:basedOn w:val="Normal"/>'
    paragraph = "" if style.character else f"<w:pPr>{_paragraph(style)}</w:pPr>"
    custom = "" if style.name.startswith(_BUILT_IN) else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name or style.id}"/>{based}<w:qFormat/>{paragraph}'
        f"<w:rPr>{_characters(style)}</w:rPr></w:style>"
    )


def _paragraph(style: TextStyle) -> str:
    parts = "<w:keepNext/>" if style.keep_next else ""
    if style.numbered:
        level = style.numbered - 1
        parts += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    parts += style.extra
    rule = f' w:line="{round(style.line * 20)}" w:lineRule="exact"' if style.line else ""
    before, after = round(style.before * 20), round(style.after * 20)
    parts += f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'
    if style.left or style.hanging or style.first_characters:
        first = (
            f' w:firstLineChars="{style.first_characters * 100}"'
            f' w:firstLine="{round(style.first_characters * style.size * 20)}"'
            if style.first_characters
            else f' w:hanging="{twips(style.hanging)}"'
        )
        parts += f'<w:ind w:left="{twips(style.left)}"{first}/>'
    if style.align:
        parts += f'<w:jc w:val="{style.align}"/>'
    if style.outline:
        parts += f'<w:outlineLvl w:val="{style.outline - 1}"/>'
    return parts


def _characters(style: TextStyle) -> str:
    parts = _fonts(style.fonts) if style.fonts else ""
    parts += "<w:b/>" if style.bold else ""
    parts += f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    parts += f'<w:spacing w:val="{round(style.spacing * 20)}"/>' if style.spacing else ""
    if style.size:
        doubled = round(style.size * 2)
        parts += f'<w:sz w:val="{doubled}"/><w:szCs w:val="{doubled}"/>'
    return parts


class ListLevel(NamedTuple):
    """One level of the numbering list.

    Attributes:
        format: As WordprocessingML names it, such as ``decimal``.
        text: With ``%1`` for the number of the first level.
        style: Paragraph style that carries the level.
        left: Where the text begins, in millimetres.
        hanging: How far the number stands out.
        legal: All numbers in the text are Arabic.
        suffix: ``tab``, ``space`` or ``nothing`` between number and text.
        colour: Of the number; empty for the text's.
    """

    format: str
    text: str
    style: str
    left: float
    hanging: float
    legal: bool = False
    suffix: str = "tab"
    colour: str = ""


def numbering_xml(levels: tuple[ListLevel, ...]) -> str:
    """The part that defines the one multi-level list of a template."""
    body = "".join(_level(place, level) for place, level in enumerate(levels))
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _level(place: int, level: ListLevel) -> str:
    colour = f'<w:rPr><w:color w:val="{level.colour}"/></w:rPr>' if level.colour else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:pStyle w:val="{level.style}"/>'
        f"{'<w:isLgl/>' if level.legal else ''}"
        f'<w:suff w:val="{level.suffix}"/><w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{twips(level.left)}"/></w:tabs>'
        f'<w:ind w:left="{twips(level.left)}" w:hanging="{twips(level.hanging)}"/></w:pPr>'
        f"{colour}</w:lvl>"
    )


TAG_STYLE: Final = TextStyle("Tag", size=8, line=11, colour="9AA3B2", name="Tag")
"""Statements of the template language: small and grey, so that the text is easy to read."""
