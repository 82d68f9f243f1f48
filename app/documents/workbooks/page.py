"""Page: print set-up, protection and freezing that every visible sheet shares.

Protection keeps a hand from slipping; it is no security and has no password. What was approved is
decided by the figures of the program, never by those of a workbook that came back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from app.documents.workbooks.table import ROW_HEIGHT

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from app.translation import Words

_NARROW, _WIDE = 0.4, 0.6
_SIZE = 9


def set_up_page(
    sheet: Worksheet,
    words: Words,
    mark: str,
    *,
    landscape: bool = True,
    pages_wide: int = 1,
    head_rows: str = "",
    head_columns: str = "",
    area: str = "",
) -> None:
    """A4, fitted to the width, headings repeated, marked as internal with page numbers.

    Args:
        sheet: The sheet.
        words: Texts.
        mark: What every page names: quote number and revision.
        landscape: Across or upright.
        pages_wide: How many pages the width may take.
        head_rows: Rows repeated on each page, such as ``4:4``.
        head_columns: Columns repeated on each page, such as ``A:C``.
        area: What is printed, such as ``A1:Q40``; everything when empty.
    """
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if area:
        sheet.print_area = area
    if head_rows:
        sheet.print_title_rows = head_rows
    if head_columns:
        sheet.print_title_cols = head_columns
    margins = sheet.page_margins
    margins.left = margins.right = _NARROW
    margins.top = margins.bottom = _WIDE
    margins.header = margins.footer = 0.3
    internal = _HeaderFooterPart(words("workbook.page.internal"), size=_SIZE)
    number = words("workbook.page.number", page="&P", pages="&N")
    sheet.HeaderFooter = HeaderFooter(
        oddHeader=HeaderFooterItem(right=internal),
        oddFooter=HeaderFooterItem(
            left=_HeaderFooterPart(mark.replace("&", "&&"), size=_SIZE),
            right=_HeaderFooterPart(number, size=_SIZE),
        ),
    )
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight = ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    sheet.print_options.horizontalCentered = True


def protect(sheet: Worksheet) -> None:
    """Lock what is not to be filled in; columns may still be widened and rows made higher."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = False
    protection.formatRows = False
    protection.selectLockedCells = False
    protection.selectUnlockedCells = False
