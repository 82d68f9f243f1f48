"""Files of other make are laid out whole: every word, nothing to report, links that lead home."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium
import pytest

from app.documents.pdf import convert
from tests.app.documents.pdf.compare.agreement import paragraph_texts
from tests.app.documents.pdf.documents import FONTS, opened, page_texts, squeezed, words_of
from tests.app.documents.pdf.foreign_files import FOREIGN, Foreign
from tests.app.documents.pdf.foreign_files.pages import report_with_contents
from tests.app.documents.pdf.foreign_files.text import links_and_bookmarks


@pytest.mark.parametrize("foreign", FOREIGN, ids=[foreign.name for foreign in FOREIGN])
def test_no_word_of_a_foreign_file_is_lost(foreign: Foreign) -> None:
    """Every paragraph is in the PDF, and the renderer found nothing that it cannot show."""
    docx = foreign.build()
    result = convert(docx, fonts=FONTS)
    words = words_of(result.data)
    # The numbers of pages are worked out anew, and footers stand between the pages.
    missing = [text for text in paragraph_texts(docx) if text[:20] not in words]
    assert missing == []
    assert result.findings == ()


def destinations(data: bytes, page_number: int) -> list[int]:
    """The pages that links of a page lead to; -1 for an address outside the document."""
    found = []
    with opened(data) as document:
        page = document[page_number]
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(place), ctypes.byref(link)):
            goal = pdfium.FPDFLink_GetDest(document.raw, link)
            found.append(pdfium.FPDFDest_GetDestPageIndex(document.raw, goal) if goal else -1)
        page.close()
    return found


def test_links_lead_to_the_page_of_their_bookmark() -> None:
    """One address; the page number, the words of the clause and the jump lead to page two."""
    data = convert(links_and_bookmarks(), fonts=FONTS).data
    assert destinations(data, 0) == [-1, 1, 1, 1]


def test_contents_have_the_numbers_of_the_pages_and_lead_there() -> None:
    """Chapters begin on pages two to five, and so say the entries."""
    data = convert(report_with_contents(), fonts=FONTS).data
    contents = squeezed(page_texts(data)[0])
    assert contents.startswith("目录第1章组网方案2第2章组网方案3第3章组网方案4第4章组网方案5")
    assert destinations(data, 0) == [1, 2, 3, 4]
