"""How much a file from outside may hold before it is refused."""

from __future__ import annotations

import msgspec

_MB = 1 << 20


class Limits(msgspec.Struct, frozen=True):
    """Upper bounds; sizes in bytes.

    Attributes:
        file: The file itself.
        parts: Number of parts in an office file.
        part: One part, unpacked, as declared and as counted.
        sheet: One sheet or the table of texts of a workbook, unpacked.
        total: All parts, unpacked.
        ratio: Unpacked to packed size, for parts over 1 MB.
        depth: Nesting of elements.
        rows: Last row that may hold something.
        columns: Last column that may hold something.
        merged_cells: Cells of one merged range.
        cell: Characters of one cell.
        picture_pixels: Width times height of a picture.
        picture_side: Longer side of a picture, in pixels.
    """

    file: int = 50 * _MB
    parts: int = 2000
    part: int = 64 * _MB
    sheet: int = 400 * _MB
    total: int = 600 * _MB
    ratio: int = 200
    depth: int = 128
    rows: int = 200_000
    columns: int = 512
    merged_cells: int = 200_000
    cell: int = 32_767
    picture_pixels: int = 50_000_000
    picture_side: int = 20_000


LIMITS = Limits()
"""The limits of the program."""
