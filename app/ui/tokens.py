"""Design tokens: the only place where a colour, a size or a radius is written down."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

_SRGB_KNEE: Final = 0.03928


class Colors(Struct, frozen=True):
    """One colour scheme; every value is ``#RRGGBB``.

    Surfaces go from the page (``canvas``) over cards (``surface``) to popups (``raised``). Each
    state colour has a ``_soft`` background it is readable on. Price moves are never green or red:
    a Chinese reader takes red for up.
    """

    name: str
    canvas: str
    nav: str
    surface: str
    sunken: str
    raised: str
    hover: str
    selected: str
    selected_line: str
    border: str
    border_strong: str
    divider: str
    focus: str
    text: str
    text2: str
    text3: str
    on_accent: str
    accent: str
    accent_hover: str
    accent_press: str
    accent_soft: str
    accent_text: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    match: str
    bad: str
    bad_soft: str
    bad_fill: str
    bad_fill_hover: str
    bar_base: str
    bar_down: str
    bar_up: str
    chart1: str
    chart2: str
    chart3: str
    chart4: str
    chart5: str
    chart6: str


LIGHT: Final = Colors(
    name="light",
    canvas="#F4F5F8",
    nav="#FBFBFD",
    surface="#FFFFFF",
    sunken="#F7F8FA",
    raised="#FFFFFF",
    hover="#F1F3F7",
    selected="#EEF3FF",
    selected_line="#2F5CE5",
    border="#E3E6EC",
    border_strong="#CBD1DB",
    divider="#EDEFF3",
    focus="#7C9BFF",
    text="#171C26",
    text2="#566072",
    text3="#646E83",
    on_accent="#FFFFFF",
    accent="#2F5CE5",
    accent_hover="#264FCF",
    accent_press="#1F43B3",
    accent_soft="#EAF0FF",
    accent_text="#2650D0",
    ok="#0E7A52",
    ok_soft="#E4F5ED",
    warn="#9A5B00",
    warn_soft="#FFF3DC",
    match="#FFF2C9",
    bad="#BE2F3D",
    bad_soft="#FDECEE",
    bad_fill="#BE2F3D",
    bad_fill_hover="#A32632",
    bar_base="#AEB7C6",
    bar_down="#5B83F2",
    bar_up="#D97B29",
    chart1="#3B66E8",
    chart2="#2BA39B",
    chart3="#E3A53A",
    chart4="#8C6FDB",
    chart5="#8391A7",
    chart6="#D46A8C",
)

DARK: Final = Colors(
    name="dark",
    canvas="#12151B",
    nav="#161A21",
    surface="#1B2028",
    sunken="#181C24",
    raised="#232935",
    hover="#242A35",
    selected="#22304F",
    selected_line="#7B9BFF",
    border="#2B323E",
    border_strong="#3C4553",
    divider="#262C37",
    focus="#7B9BFF",
    text="#E9ECF2",
    text2="#A9B2C1",
    text3="#929CAD",
    on_accent="#FFFFFF",
    accent="#4169E8",
    accent_hover="#3B62DE",
    accent_press="#365BD0",
    accent_soft="#22304F",
    accent_text="#9CB4FF",
    ok="#4CC38A",
    ok_soft="#173A2C",
    warn="#F0B357",
    warn_soft="#3D2F16",
    match="#37301A",
    bad="#FF8A93",
    bad_soft="#43222A",
    bad_fill="#C23A47",
    bad_fill_hover="#C94450",
    bar_base="#5A6578",
    bar_down="#6E93FF",
    bar_up="#E59A4F",
    chart1="#6E93FF",
    chart2="#43B8AF",
    chart3="#E5B25C",
    chart4="#A68DF0",
    chart5="#7F8CA2",
    chart6="#E58AA6",
)


class Paper:
    """Paper is white in every scheme; marks on it are those of a pale marker."""

    SHEET: Final = "#FFFFFF"
    FOUND: Final = "#FFF2C9"
    FOUND_HERE: Final = "#FFC24A"
    SELECTED: Final = "#BFD0FF"


class Space:
    """Gaps on the 4-point grid, in logical pixels."""

    XXS: Final = 2
    XS: Final = 4
    SM: Final = 8
    MD: Final = 12
    LG: Final = 16
    XL: Final = 24
    XXL: Final = 32


class Radius:
    """Corner radii, in logical pixels."""

    CELL: Final = 4
    CONTROL: Final = 6
    POPUP: Final = 8
    CARD: Final = 10
    CHIP: Final = 10


class Height:
    """Heights of controls and bars, in logical pixels."""

    CONTROL: Final = 32
    ROW: Final = 42
    ROW_COMPACT: Final = 32
    HEADER: Final = 34
    TOPBAR: Final = 64
    FACTS: Final = 52
    TOTALS: Final = 84
    CHIP: Final = 20


class Width:
    """Widths, and the window widths from which a richer layout fits, in logical pixels."""

    NAVIGATION: Final = 232
    NAVIGATION_COMPACT: Final = 64
    PANEL: Final = 372
    PANEL_COMPACT: Final = 332
    WIDE_WINDOW: Final = 1500


class TextStyle(Struct, frozen=True):
    """One step of the type scale: height in logical pixels and weight (400 to 600)."""

    pixels: int
    weight: int


class Type:
    """The type scale. 12 px is the floor: smaller Chinese cannot be read."""

    CAPTION: Final = TextStyle(12, 400)
    LABEL: Final = TextStyle(12, 500)
    CHIP: Final = TextStyle(12, 600)
    BODY: Final = TextStyle(13, 400)
    MEDIUM: Final = TextStyle(13, 500)
    STRONG: Final = TextStyle(13, 600)
    TITLE: Final = TextStyle(15, 600)
    FIGURE: Final = TextStyle(17, 600)
    H1: Final = TextStyle(19, 600)
    HERO: Final = TextStyle(24, 600)


# Nothing moves for longer than this, in milliseconds; a toast stays for TOAST_MS.
MOTION_MS: Final = 120
TOAST_MS: Final = 4000


def luminance(color: str) -> float:
    """Return the relative luminance (0 to 1) of a ``#RRGGBB`` colour, as WCAG 2 defines it."""
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= _SRGB_KNEE else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio (1 to 21) of two ``#RRGGBB`` colours, in either order."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
