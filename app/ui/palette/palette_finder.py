"""PaletteFinder: asks everything that can be found in the window, and joins the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from app.services.finding_records import FindRecords
from app.ui.finding import Finder
from app.ui.latest import Latest
from app.ui.palette.known_hits import ManualHits
from app.ui.palette.ranking import Question, Sort, has_words, key_of, ranked, read_question
from app.ui.palette.row_deeds import ROW
from app.ui.presenting.paper_names import paper_name
from app.ui.presenting.search import hits_of
from app.ui.widgets.search_hits import SearchHit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from app.services.finding_records import FoundCustomer, FoundPaper
    from app.services.listing import QuoteRow
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.palette.known_hits import KnownHit
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog
    from catalog.search import Found

_MOST = 6
"""Hits of one sort."""
_MOST_OF_ONE = 50
"""Hits where only one sort is asked for."""


class Asked(NamedTuple):
    """Where is looked.

    Attributes:
        workspace: The user's data; ``None`` before it is open.
        catalog: Of the open quote, or the newest one.
        actions: That can be done now, by identifier.
        adding: What can be sold comes first, because a quote is being written.
        known: Views of lists and settings.
    """

    workspace: Workspace | None
    catalog: ProductCatalog | None
    actions: Mapping[str, QAction]
    adding: bool
    known: tuple[KnownHit, ...] = ()


class _Records(NamedTuple):
    """What is stored that answers a question."""

    question: Question | None = None
    customers: tuple[FoundCustomer, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    papers: tuple[FoundPaper, ...] = ()


class PaletteFinder(QObject):
    """Answers what is typed with ``found(hits)``; what is stored comes a moment later."""

    found = Signal(tuple)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Begin with nothing to look in."""
        super().__init__(parent)
        self._around = around
        self._asked = Asked(None, None, {}, adding=False)
        self._question = Question("", None)
        self._records = _Records()
        self._offerings: tuple[SearchHit, ...] = ()
        self._finding: FindRecords | None = None
        self._manual = ManualHits(around.speaker)
        self._latest: Latest[_Records] = Latest(around.tasks, self._take_records)
        self._catalogue = Finder(around.indexes, around.tasks, self)
        self._catalogue.answered.connect(self._take_offerings)

    def look_in(self, asked: Asked) -> None:
        """Look there from now on."""
        self._asked = asked
        self._records, self._offerings = _Records(), ()
        self._finding = FindRecords(asked.workspace) if asked.workspace is not None else None
        if asked.catalog is not None:
            self._catalogue.look_in(asked.catalog.content)

    def ask(self, typed: str) -> None:
        """Find what is typed; for nothing typed, the quotes changed last and every action."""
        question = self._question = read_question(typed)
        finding, speaker = self._finding, self._around.speaker
        if question.only not in {None, Sort.CUSTOMER, Sort.QUOTE}:
            self._records = _Records()
        elif finding is not None:
            # What was found before stays in sight for the moment that looking up takes.
            self._latest.look_up(lambda: _records(finding, question, speaker))
        self._offerings = ()
        if question.text and question.wants(Sort.OFFERING) and self._asked.catalog is not None:
            known = self._catalogue.ask(question.text, limit=_MOST)
            if known is not None:
                self._offerings = self._shown(known)
        self._tell()

    def forget(self) -> None:
        """Want no answer any more."""
        self._catalogue.forget()

    def _take_records(self, records: _Records) -> None:
        if records.question == self._question:
            self._records = records
            self._tell()

    def _take_offerings(self, found: Found) -> None:
        self._offerings = self._shown(found)
        self._tell()

    def _shown(self, found: Found) -> tuple[SearchHit, ...]:
        catalog = self._asked.catalog
        if catalog is None:
            return ()
        hits = hits_of(self._around.speaker, catalog, found, self._question.text)
        return tuple(replace(hit, key=key_of(Sort.OFFERING, hit.key)) for hit in hits)

    def _tell(self) -> None:
        text = self._question.text
        groups = [self._quotes(), self._customers(), self._actions()]
        groups.insert(0 if self._asked.adding else 2, self._offerings)
        if text:
            groups.extend((self._papers(), self._known(), self._pages()))
        most = _MOST if text and self._question.only is None else _MOST_OF_ONE
        self.found.emit(ranked(text, groups, most) if text else sum(groups, ()))

    def _actions(self) -> tuple[SearchHit, ...]:
        if not self._question.wants(Sort.ACTION):
            return ()
        detail = self._around.speaker.translate("Palette", "Action")
        return tuple(
            SearchHit(
                key=key_of(Sort.ACTION, name),
                title=action.text().rstrip("…"),
                detail=detail,
                price=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                icon="zap",
            )
            for name, action in self._asked.actions.items()
            if action.isEnabled()
            and (self._question.text or not name.startswith(ROW))
            and has_words(self._question.text, action.text(), name)
        )

    def _customers(self) -> tuple[SearchHit, ...]:
        told = self._around.speaker.translate("Palette", "Customer")
        return tuple(
            SearchHit(
                key_of(Sort.CUSTOMER, found.row.id),
                found.row.name,
                detail=" · ".join(part for part in (told, found.where) if part),
                icon="building-2",
            )
            for found in self._records.customers
        )

    def _papers(self) -> tuple[SearchHit, ...]:
        speaker = self._around.speaker
        told = speaker.translate("Palette", "Paper of {number} {revision}")
        return tuple(
            SearchHit(
                key_of(Sort.PAPER, found.quote.id),
                paper_name(speaker, found.document.kind),
                detail=" · ".join(
                    (
                        told.format(number=found.quote.number, revision=found.document.revision),
                        found.quote.customer_name,
                    )
                ),
                icon="files",
            )
            for found in self._records.papers
        )

    def _known(self) -> tuple[SearchHit, ...]:
        question = self._question
        if question.only is not None:
            return ()
        return tuple(one.hit for one in self._asked.known if one.has(question.text))

    def _pages(self) -> tuple[SearchHit, ...]:
        question = self._question
        return self._manual.find(question.text) if question.wants(Sort.MANUAL) else ()

    def _quotes(self) -> tuple[SearchHit, ...]:
        untitled = self._around.speaker.translate("Lists", "Quote without title")
        return tuple(
            SearchHit(
                key_of(Sort.QUOTE, one.id),
                one.title or untitled,
                code=one.number,
                detail=one.customer_name,
                icon="file-text",
            )
            for one in self._records.quotes
        )


def _records(finding: FindRecords, question: Question, speaker: Speaker) -> _Records:
    text = question.text
    customers = text and question.wants(Sort.CUSTOMER)
    most = _MOST if question.only is None else _MOST_OF_ONE
    return _Records(
        question,
        finding.customers(text, most) if customers else (),
        finding.quotes(text, most) if question.wants(Sort.QUOTE) else (),
        finding.papers(text, _MOST, lambda kind: paper_name(speaker, kind))
        if text and question.wants(Sort.PAPER)
        else (),
    )
