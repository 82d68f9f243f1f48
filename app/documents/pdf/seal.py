"""What an approved paper carries: a QR code on the first page, a short code on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.documents.pdf.font_embedding import EmbeddedFont
    from app.documents.pdf.fonts import FontSet

MOST_VERSION: Final = 8
"""49 modules; at 17 mm each is a third of a millimetre."""
_MILLIMETRE: Final = 72 / 25.4
SIDE: Final = 17 * _MILLIMETRE
EDGE: Final = 3 * _MILLIMETRE
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


def qr_operators(ticket: str, width: float) -> str:
    """Operators that draw a QR code in the lower right corner, beside the text, on white."""
    rows = modules(ticket)
    step = SIDE / len(rows)
    left, top = width - EDGE - SIDE, EDGE + SIDE
    quiet = 4 * step
    white = (left - quiet, EDGE - quiet, SIDE + 2 * quiet, SIDE + 2 * quiet)
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
