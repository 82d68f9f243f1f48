"""The question bank: what to ask a customer, the needs that answers point to, and what meets them.

Questions are of four kinds, asked in this order: how things are, what is difficult, what follows
from it, and what it would be worth to have it solved. Nothing here adds anything to a quote.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from catalog.product_catalog import ProductCatalog

MOST_BACKGROUND = 5
"""More questions about how things are tire a customer; he is warned of, not refused."""


class QuestionKind(StrEnum):
    """What a question is for, in the order of asking."""

    BACKGROUND = "background"
    DIFFICULTY = "difficulty"
    IMPLICATION = "implication"
    BENEFIT = "benefit"


class QuestionForm(StrEnum):
    """How much room a question leaves: an open one much, a closed one yes or no."""

    OPEN = "open"
    CLOSED = "closed"


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question.

    Attributes:
        id: Unique in the bank.
        kind: What it is for.
        text: As it is asked.
        hint: How to ask it without hurting pride or privacy.
        follow_up: What to ask next, extending it, or empty.
        need: Identifier of the need that a yes points to; empty for none.
        form: How much room it leaves.
    """

    id: str
    kind: QuestionKind
    text: LocalText
    hint: LocalText = LocalText()
    follow_up: LocalText = LocalText()
    need: str = ""
    form: QuestionForm = QuestionForm.OPEN


class QuestionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The questions of an industry or a product family; for everybody where it names neither."""

    name: LocalText
    questions: tuple[Question, ...]
    industry: str = ""
    family: str = ""


class NeedAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that may meet a need, and why: code of an offering or a bundle."""

    offering: str
    reason: LocalText


class KnownNeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A need in the customer's words, with what may meet it, the usual first."""

    id: str
    text: LocalText
    answers: tuple[NeedAnswer, ...] = ()


class QuestionBank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All questions and needs."""

    files: tuple[QuestionFile, ...] = ()
    needs: tuple[KnownNeed, ...] = ()

    def questions_for(self, industry: str, families: Collection[str] = ()) -> tuple[Question, ...]:
        """Questions kind by kind: of an industry, then of product families, then for everybody."""
        wanted = [
            *(file for file in self.files if industry and file.industry == industry),
            *(file for file in self.files if file.family in families and file.family),
            *(file for file in self.files if not file.industry and not file.family),
        ]
        order = list(QuestionKind)
        found = (one for file in wanted for one in file.questions)
        return tuple(sorted(found, key=lambda one: order.index(one.kind)))

    def question(self, question_id: str) -> Question | None:
        """The question with an identifier."""
        every = (one for file in self.files for one in file.questions)
        return next((one for one in every if one.id == question_id), None)

    def need(self, need_id: str) -> KnownNeed | None:
        """The need with an identifier."""
        return next((one for one in self.needs if one.id == need_id), None)


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a customer answered.

    Attributes:
        question: Identifier of the question.
        text: In his own words; internal.
        agreed: He has the need that the question points to.
        day: When he said so.
    """

    question: str
    text: str = ""
    agreed: bool = False
    day: date | None = None


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something proposed for a need: code, name and reason."""

    code: str
    name: LocalText
    reason: LocalText


class FoundNeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A need of a customer with what is proposed for it, and how many answers speak of it."""

    need: KnownNeed
    spoken: int
    proposals: tuple[Proposal, ...] = ()


def found_needs(
    bank: QuestionBank, answers: Iterable[Answer], catalog: ProductCatalog
) -> tuple[FoundNeed, ...]:
    """Needs that the customer agreed to, those he spoke of most first, with what is on sale."""
    spoken: dict[str, int] = {}
    for answer in answers:
        question = bank.question(answer.question)
        if answer.agreed and question is not None and question.need:
            spoken[question.need] = spoken.get(question.need, 0) + 1
    known = [(bank.need(name), count) for name, count in spoken.items()]
    return tuple(
        FoundNeed(need, count, proposals_for(need, catalog))
        for need, count in sorted(known, key=lambda one: -one[1])
        if need is not None
    )


def too_many_background(bank: QuestionBank, answers: Iterable[Answer]) -> bool:
    """Whether so many questions about how things are were asked that a customer tires."""
    asked = (bank.question(answer.question) for answer in answers)
    kinds = [one.kind for one in asked if one is not None]
    return kinds.count(QuestionKind.BACKGROUND) > MOST_BACKGROUND


def proposals_for(need: KnownNeed, catalog: ProductCatalog) -> tuple[Proposal, ...]:
    """What the catalogue sells of the answers."""
    found = []
    for answer in need.answers:
        sold = catalog.bundle(answer.offering) or catalog.offering(answer.offering)
        if sold is not None:
            found.append(Proposal(answer.offering, sold.name, answer.reason))
    return tuple(found)


def evidence_of(bank: QuestionBank, answers: Iterable[Answer], need: str) -> str:
    """What a customer said of a need, in his own words, with the days."""
    told = []
    for answer in answers:
        question = bank.question(answer.question)
        if answer.text and question is not None and question.need == need:
            day = f" ({answer.day.isoformat()})" if answer.day is not None else ""
            told.append(f"{answer.text}{day}")
    return "; ".join(told)


def families_of(codes: Iterable[str], catalog: ProductCatalog) -> tuple[str, ...]:
    """Product families of offerings, and of what bundles hold, each once."""
    found: dict[str, None] = {}
    for code in codes:
        bundle = catalog.bundle(code)
        held = bundle.components if bundle is not None else ()
        owners = (catalog.owner(one.charge) for one in held)
        for offering in (catalog.offering(code), *owners):
            if offering is not None:
                found[offering.family] = None
    return tuple(found)
