"""Fonts and colours of a theme."""

from __future__ import annotations

from lxml import etree

from app.documents.pdf.theme import Theme

THEME = etree.fromstring(
    """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>
    <a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="101010"/></a:dk1>
    <a:accent1><a:srgbClr val="4080C0"/></a:accent1></a:clrScheme>
    <a:fontScheme name="x"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/>
    <a:font script="Hans" typeface="等线 Light"/></a:majorFont>
    <a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="宋体"/>
    <a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme>
    </a:themeElements></a:theme>"""
)


def test_chinese_font_of_the_script_when_none_is_named() -> None:
    """An empty East Asian font means the one listed for simplified Chinese."""
    theme = Theme(THEME)
    assert theme.font("majorEastAsia") == "等线 Light"
    assert theme.font("minorEastAsia") == "宋体"
    assert theme.font("minorHAnsi") == "Calibri"


def test_colours_with_tint_and_shade() -> None:
    """Half tint: half way to white; half shade: half way to black."""
    theme = Theme(THEME)
    assert theme.colour("accent1", None, None) == "4080C0"
    assert theme.colour("text1", None, None) == "101010"
    assert theme.colour("accent1", "80", None) == "9FBFDF"
    assert theme.colour("accent1", None, "80") == "204060"
    assert theme.colour("accent9", None, None) == ""


def test_document_without_theme() -> None:
    """No theme names nothing."""
    assert Theme(None).font("minorHAnsi") == ""
