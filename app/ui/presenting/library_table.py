"""A list of the sales library as a table that is typed into, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.library_sheets import (
    COLUMNS,
    NO,
    YES,
    Known,
    LibrarySheet,
    file_mark,
    library_rows,
    read_library_rows,
)
from app.ui.presenting.row_table import RowColumn, RowTable
from app.ui.widgets.checked_rows import WrongCell

if TYPE_CHECKING:
    from app.quoting.sales_library import SalesLibrary
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows_edit import Texts
    from catalog.product_catalog import ProductCatalog
    from catalog.selling_points import Leaflet

_WIDTHS = {"industry": 96, "permitted": 84, "offerings": 110, "offering": 110, "proof": 170}


class LibraryTable:
    """Shows a list of the library as rows, and reads them back."""

    def __init__(
        self,
        speaker: Speaker,
        library: SalesLibrary,
        sheet: LibrarySheet,
        catalog: ProductCatalog | None,
    ) -> None:
        """Speak one language; codes are those of the catalogue and those that are there."""
        self._speaker, self._library, self._sheet = speaker, library, sheet
        self._files = {file_mark(one): one for one in library.proofs()}
        self._known = Known(
            _sold(library, catalog),
            {code: code for code in speaker.words.codes("industry")},
            self._files,
        )
        titles, about = _texts(speaker)
        words = {
            "industry": tuple(
                (code, speaker.words.named("industry", code)) for code in self._known.industries
            ),
            "permitted": (
                (NO, speaker.translate("Library", "no")),
                (YES, speaker.translate("Library", "yes")),
            ),
        }
        self.table = RowTable(
            library_title(speaker, sheet),
            about[sheet],
            tuple(
                RowColumn(titles[name], words.get(name, ()), _WIDTHS.get(name, 150))
                for name in COLUMNS[sheet]
            ),
        )

    def keep(self, file: Leaflet) -> str:
        """Let cells name a file; how they do."""
        mark = file_mark(file)
        self._files[mark] = file
        return mark

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The list as it is."""
        return library_rows(self._library, self._sheet)

    def read(self, library: SalesLibrary, rows: Texts) -> SalesLibrary:
        """Another library with the list that rows say."""
        return read_library_rows(library, self._sheet, rows, self._known)[0]

    def wrong(self, rows: Texts) -> WrongCell | None:
        """The first cell that has no reading."""
        _, wrong = read_library_rows(self._library, self._sheet, rows, self._known)
        if not wrong:
            return None
        text = " ".join(self._speaker.finding(wrong[0].code, wrong[0].parameters))
        return WrongCell(text, wrong[0].row, COLUMNS[self._sheet].index(wrong[0].column))


def library_title(speaker: Speaker, sheet: LibrarySheet) -> str:
    """What a list is called."""
    translate = speaker.translate
    return {
        LibrarySheet.STORIES: translate("Library", "Success stories"),
        LibrarySheet.DIFFERENCES: translate("Library", "Differences with proof"),
        LibrarySheet.LIMITS: translate("Library", "Known limits and answers"),
        LibrarySheet.DEMOS: translate("Library", "Demonstration kits"),
    }[sheet]


def _sold(library: SalesLibrary, catalog: ProductCatalog | None) -> dict[str, str]:
    """What cells may name, by code and by name."""
    named = [code for one in library.stories for code in one.offerings]
    named += [one.offering for one in library.limits] + [one.offering for one in library.demos]
    sold = {code.casefold(): code for code in named}
    if catalog is None:
        return sold
    bundles = [(one.code, one.name) for one in catalog.content.bundles]
    for code, name in (*((one.code, one.name) for one in catalog.content.offerings), *bundles):
        sold[code.casefold()] = code
        for text in (name.zh, name.en):
            sold.setdefault("".join(text.casefold().split()), code)
    return sold


def _texts(speaker: Speaker) -> tuple[dict[str, str], dict[LibrarySheet, str]]:
    """Headings of columns, and how each list is filled."""
    translate = speaker.translate
    titles = {
        "title": translate("Library", "Title"),
        "customer": translate("Library", "Customer as named"),
        "text": translate("Library", "What happened"),
        "figures": translate("Library", "Numbers"),
        "claim": translate("Library", "What we do better"),
        "value": translate("Library", "Value to the customer"),
        "evidence": translate("Library", "Evidence"),
        "limit": translate("Library", "Limit"),
        "answer": translate("Library", "Agreed answer"),
        "things": translate("Library", "What to bring"),
    }
    english = translate("Library", "{column} (English)")
    both = {f"{name}_zh": title for name, title in titles.items()}
    both |= {f"{name}_en": english.format(column=title) for name, title in titles.items()}
    both |= {
        "industry": translate("Library", "Industry"),
        "permitted": translate("Library", "May be told"),
        "offerings": translate("Library", "Products"),
        "offering": translate("Library", "Product"),
        "proof": translate("Library", "File of proof"),
        "rivals": translate("Library", "Against whom"),
        "link": translate("Library", "Link"),
    }
    about = {
        LibrarySheet.STORIES: translate(
            "Library",
            "What an offer brought another customer. Only what may be told can be taken into a "
            "proposal; the others stand in the visit briefing, for us.",
        ),
        LibrarySheet.DIFFERENCES: translate(
            "Library",
            "What we do better, with what proves it; never a word against others. Empty “against "
            "whom” counts against all. A proposal takes three at most.",
        ),
        LibrarySheet.LIMITS: translate(
            "Library",
            "What a product cannot do, and the answer agreed on. Internal: it stands in the visit "
            "briefing only.",
        ),
        LibrarySheet.DEMOS: translate(
            "Library",
            "What to bring along to show a product, one row for each, and where it can be seen. "
            "The briefing lists it; a proposal may take the link.",
        ),
    }
    return both, about
