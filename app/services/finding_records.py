"""FindRecords: customers, quotes and papers by any of their words, or by first letters of pinyin.

What is stored is searched by the database; what is typed as first letters is looked for in texts
that are read once for each question field that opens, because nobody stores them.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from app.services.first_letters import first_letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.listing import CustomerRow, QuoteRow
    from app.services.workspace import Workspace
    from app.storage.document_store import IssuedDocument

_MOST_RECORDS: Final = 100_000
_LATEST_PAPERS: Final = 2_000
_SHORTEST: Final = 2
"""Letters from which pinyin is thought of: one letter would find everybody."""


class FoundCustomer(NamedTuple):
    """A customer, and the text that was found where it is not the name."""

    row: CustomerRow
    where: str = ""


class FoundPaper(NamedTuple):
    """Papers of one kind and revision of a quote, by the last one issued."""

    document: IssuedDocument
    quote: QuoteRow


class FindRecords:
    """Finds what is stored in a workspace, as it was when this was made."""

    def __init__(self, workspace: Workspace) -> None:
        """Read nothing yet."""
        self._workspace = workspace
        self._customers: tuple[tuple[str, str], ...] | None = None
        self._quotes: tuple[tuple[QuoteRow, str], ...] | None = None

    def customers(self, text: str, most: int) -> tuple[FoundCustomer, ...]:
        """Customers with every word in name, code, accounts, contacts or sites.

        Args:
            text: Words, or first letters of pinyin.
            most: Customers to give.

        Raises:
            StorageError: The database failed.
        """
        store = self._workspace.customers
        rows = list(store.search(text, most))
        if len(rows) < most and (letters := _letters(text)):
            known = {row.id for row in rows}
            spelled = [one for one, told in self._spelled_customers() if letters in told]
            wanted = [one for one in spelled if one not in known][: most - len(rows)]
            rows.extend(store.named(wanted))
        texts = store.texts([row.id for row in rows])
        return tuple(FoundCustomer(row, _where(row, texts.get(row.id, ""), text)) for row in rows)

    def quotes(self, text: str, most: int) -> tuple[QuoteRow, ...]:
        """Quotes with every word in number, title, author, or in what finds their customer.

        Raises:
            StorageError: The database failed.
        """
        rows = self._workspace.quotes.search(text, most)
        letters = _letters(text)
        if len(rows) >= most or not letters:
            return rows
        known = {row.id for row in rows}
        more = [row for row, told in self._spelled_quotes() if letters in told]
        return (*rows, *[row for row in more if row.id not in known][: most - len(rows)])

    def papers(self, text: str, most: int, name: Callable[[str], str]) -> tuple[FoundPaper, ...]:
        """Papers issued with every word in their kind, format, revision, or in their quote.

        Args:
            text: Words.
            most: Papers to give, the last issued first.
            name: What a kind of paper is called.

        Raises:
            StorageError: The database failed.
        """
        words = _folded(text).split()
        documents = self._workspace.documents.latest(_LATEST_PAPERS)
        named = self._workspace.quotes.named(sorted({one.quote for one in documents}))
        quotes = {row.id: row for row in named}
        found: dict[tuple[str, str, str], FoundPaper] = {}
        for one in documents:
            quote = quotes.get(one.quote)
            key = (one.quote, one.revision, one.kind)
            if quote is None or key in found:
                continue
            parts = (name(one.kind), one.kind, quote.number, quote.title, quote.customer_name)
            told = _folded("\n".join((*parts, f"{quote.number}-{one.revision}")))
            if all(word in told for word in words):
                found[key] = FoundPaper(one, quote)
                if len(found) == most:
                    break
        return tuple(found.values())

    def _spelled_customers(self) -> tuple[tuple[str, str], ...]:
        if self._customers is None:
            texts = self._workspace.customers.texts()
            self._customers = tuple((one, first_letters(text)) for one, text in texts.items())
        return self._customers

    def _spelled_quotes(self) -> tuple[tuple[QuoteRow, str], ...]:
        if self._quotes is None:
            rows = self._workspace.quotes.search("", _MOST_RECORDS)
            self._quotes = tuple(
                (row, first_letters(f"{row.title}\n{row.customer_name}\n{row.manager}"))
                for row in rows
            )
        return self._quotes


def _folded(text: str) -> str:
    """A text as the database searches it: in one width and case."""
    return unicodedata.normalize("NFKC", text).casefold()


def _letters(text: str) -> str:
    """What may be first letters of pinyin; empty when it cannot be."""
    folded = "".join(_folded(text).split())
    return folded if folded.isascii() and folded.isalnum() and len(folded) >= _SHORTEST else ""


def _where(row: CustomerRow, told: str, text: str) -> str:
    """The line of a customer's texts that has what was typed; empty where the name has it."""
    words = _folded(text).split()
    name = _folded(row.name)
    if all(word in name for word in words) or not words:
        return ""
    lines = [line for line in told.splitlines() if line not in {name, _folded(row.id)}]
    for line in lines:
        if any(word in line for word in words):
            return line
    letters = _letters(text)
    if letters in first_letters(row.name):
        return ""
    return next((line for line in lines if letters in first_letters(line)), "")
