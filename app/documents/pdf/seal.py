"""What an approved paper carries: a QR code on the first page, a short code on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.documents.pdf.font_embedding import EmbeddedFont
    from app.documents.pdf.fonts import FontSet

MOST_VERSION: Final = 8
"""49 modules; at 14 mm each is 0.29 mm, seven dots of a printer of 600 dots an inch."""
_MILLIMETRE: Final = 72 / 25.4
_WIDEST: Final = 14 * _MILLIMETRE
_MODULE: Final = 0.36 * _MILLIMETRE
EDGE: Final = 3 * _MILLIMETRE
"""Distance from the corner. With its white edge a code keeps within the narrowest margins that our
papers have, 18 mm beside and 15 mm below the text, or nearly so when it is signed."""
QUIET: Final = 4
"""Modules of white around the code (ISO/IEC 18004)."""
_LEFT: Final = 22 * _MILLIMETRE
_FOOT: Final = 5 * _MILLIMETRE
_SIZE: Final = 6.5
_FAMILY: Final = "黑体"


def modules(ticket: str) -> list[list[bool]]:
    """The dark modules of a QR code, row by row; error correction M.

    Raises:
        ValueError: The text needs more than version 8.
    """
    # Loads all of reportlab's flowables and barcodes, which no other paper needs.
    from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRAlphaNum(ticket))
    code.make()
    if code.version > MOST_VERSION:
        msg = f"a QR code of version {code.version} does not fit"
        raise ValueError(msg)
    return [[bool(dark) for dark in row] for row in code.modules]


def module_width(across: int) -> float:
    """The width of one of so many modules, in points."""
    return min(_MODULE, _WIDEST / across)


def qr_operators(ticket: str, width: float) -> str:
    """Operators that draw a QR code in the lower right corner, beside the text, on white."""
    rows = modules(ticket)
    step = module_width(len(rows))
    side, quiet = len(rows) * step, QUIET * step
    left, top = width - EDGE - side, EDGE + side
    white = (left - quiet, EDGE - quiet, side + 2 * quiet, side + 2 * quiet)
    out = ["q 1 1 1 rg", " ".join(f"{part:.2f}" for part in white) + " re f", "0 0 0 rg"]
    for down, row in enumerate(rows):
        start = None
        for across, dark in enumerate([*row, False]):
            if dark and start is None:
                start = across
            elif not dark and start is not None:
                x, y = left + start * step, top - (down + 1) * step
                out.append(f"{x:.3f} {y:.3f} {(across - start) * step:.3f} {step:.3f} re")
                start = None
    return "\n".join([*out, "f Q"])


def code_operators(code: str, fonts: FontSet, font: Callable[[str], EmbeddedFont]) -> str:
    """Operators that write the short code at the foot of a page."""
    out, x = ["q 0.35 0.35 0.35 rg"], _LEFT
    for character in code:
        glyph = fonts.find(character, _FAMILY, bold=False)
        embedded = font(glyph.face)
        out.append(
            f"BT /{embedded.resource} {_SIZE} Tf 1 0 0 1 {x:.2f} {_FOOT:.2f} Tm "
            f"<{embedded.encode(character)}> Tj ET"
        )
        x += glyph.width * _SIZE
    return "\n".join([*out, "Q"])
