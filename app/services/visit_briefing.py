"""The briefing for a visit: who is there, what to watch, what to ask; internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures import Figures
from app.quoting.customer import Personality
from app.quoting.customer_cells import Kind, cell_text
from app.quoting.customer_review import review
from app.quoting.interview import QuestionForm, QuestionKind, families_of, found_needs
from app.quoting.market.rivals import known_rivals
from app.quoting.position import position_of
from app.quoting.promises import open_promises
from app.quoting.segmenting import is_potential
from app.services.briefing_selling import library_parts, offerings_to_tell, talk_track
from app.services.customer_words import cell_words
from app.services.growth import growth_of
from app.services.market import customer_policy, market_of
from app.services.question_bank import load_questions
from app.storage.files import write_atomically
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from app.documents.briefing_document import Briefing, Part
    from app.quoting.customer import Contact, Customer
    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from app.storage.customer_record import StoredCustomer
    from app.translation import Words

_NOTES = 6
_PRICES = 8
"""Of each competitor."""
_QUOTES = 5
"""Quotes that are looked through for what the customer decides by."""


def write_briefing(
    workspace: Workspace,
    customer_id: str,
    words: Words,
    file: Path,
    today: date,
    quote: Quote | None = None,
) -> None:
    """Write the briefing for a visit to a customer as a Word file; an old one is replaced.

    Args:
        workspace: The user's data.
        customer_id: Whom to visit.
        words: Language of the briefing.
        file: Where to write it.
        today: The day.
        quote: Open quote of the customer, about whose products questions are asked as well.

    Raises:
        RecordMissing: There is no such customer.
        StorageError: The database failed.
        FileError: The file cannot be written.
    """
    from app.documents.briefing_document import briefing_document

    briefing = briefing_of(workspace, customer_id, words, today, quote)
    write_atomically(file, briefing_document(briefing))


def briefing_of(
    workspace: Workspace, customer_id: str, words: Words, today: date, quote: Quote | None = None
) -> Briefing:
    """The briefing in words; see ``write_briefing``."""
    from app.documents.briefing_document import Briefing, Part

    stored = workspace.customers.stored(customer_id)
    customer, figures = stored.customer, Figures(words.language)
    watched = tuple(
        " ".join(words.told(one.code, _facts(one.parameters, words)))
        for one in review(customer, customer_policy(workspace), today)
    )
    notes = sorted(customer.journal, key=lambda note: str(note.day or ""), reverse=True)
    parts = [
        Part(words("briefing.customer"), tuple(_about(workspace, stored, words, figures))),
        Part(words("briefing.people"), tuple(_person(one, words) for one in customer.contacts)),
        Part(words("briefing.watch"), watched),
        Part(words("briefing.promises"), tuple(_promises(customer, words))),
        Part(words("briefing.territory"), tuple(_territory(workspace, customer, words))),
        Part(words("briefing.rivals"), tuple(_rivals(workspace, customer, words, figures))),
        Part(words("briefing.position"), tuple(_position(workspace, customer, quote, words))),
        Part(
            words("briefing.notes"),
            tuple(" ".join(filter(None, (str(n.day or ""), n.text))) for n in notes[:_NOTES]),
        ),
        *_questions(workspace, customer, quote, words),
        *_selling(workspace, customer, quote, words),
    ]
    title = words("briefing.title", name=customer.name)
    about = words("briefing.about", day=figures.date(today))
    shown = (part for part in parts if part.lines or part.asked)
    return Briefing(title, about, tuple(shown))


def _about(
    workspace: Workspace, stored: StoredCustomer, words: Words, figures: Figures
) -> Iterator[str]:
    customer = stored.customer
    segments = (customer.segment, *customer.further_segments)
    named = [words.named("segment", one) for one in segments]
    yield "、".join(filter(None, (*named, words.named("industry", customer.industry))))
    if is_potential(customer, stored.bills):
        yield words("briefing.prospect")
    if customer.address:
        yield customer.address
    if customer.owners:
        yield words("briefing.owners", names="、".join(customer.owners))
    analysis = analyse(stored.bills, workspace.rules.spend)
    if analysis is not None:
        yield words(
            "briefing.spend",
            typical=figures.yuan(analysis.typical),
            least=figures.yuan(analysis.least),
            most=figures.yuan(analysis.most),
        )
    for rival in customer.competitors:
        facts = (rival.operator, rival.product, f"× {rival.quantity}", str(rival.ends or ""))
        yield words("briefing.rival", what=" ".join(filter(None, facts)))


def _position(
    workspace: Workspace, customer: Customer, quote: Quote | None, words: Words
) -> Iterator[str]:
    """How we stand in what the customer decides by: of this quote, or of the latest that says."""
    factors = quote.buying_factors if quote is not None else ()
    for row in workspace.quotes.of_customer(customer.id)[:_QUOTES]:
        factors = factors or workspace.quotes.load(row.id).quote.buying_factors
    if not factors:
        return
    found, figures = position_of(factors), Figures(words.language)
    yield words("briefing.stands", percent=figures.percent(found.percent))
    for one in found.factors:
        told = words(
            "briefing.factor",
            factor=one.factor,
            weight=str(one.weight),
            capability=str(one.capability),
            relationship=str(one.relationship),
            reached=str(one.reached),
            possible=str(one.possible),
        )
        yield " · ".join(filter(None, (told, one.note)))


def _promises(customer: Customer, words: Words) -> Iterator[str]:
    """Open promises; the one for which the customer does not cancel says so."""
    for one in open_promises(customer):
        facts = (one.by, str(one.due or ""))
        held = words("briefing.held") if one.hold else ""
        yield " · ".join(filter(None, (held, one.text, *facts)))


def _rivals(
    workspace: Workspace, customer: Customer, words: Words, figures: Figures
) -> Iterator[str]:
    """Facts about the customer's competitors, each with day and source; no judgement of ours."""
    names = [one.operator for one in customer.competitors]
    for rival in known_rivals(market_of(workspace), names):
        operator = rival.operator
        yield " · ".join(filter(None, (operator.name, operator.codes, operator.products)))
        for one in rival.prices[:_PRICES]:
            yield words(
                "briefing.rival_price",
                product=one.product,
                amount=figures.yuan(one.amount),
                unit=f"/{one.unit}" if one.unit else "",
                day=one.day.isoformat(),
                source=one.source,
            )


def _territory(workspace: Workspace, customer: Customer, words: Words) -> Iterator[str]:
    """What the customer's area is like."""
    territory = market_of(workspace).territory(customer.area)
    for part in ("income", "education", "habits", "notes"):
        if territory is not None and (text := getattr(territory, part)):
            yield f"{words(f'market_field.territories_{part}')}: {text}"


def _person(person: Contact, words: Words) -> str:
    cells = cell_words(words)
    facts = (
        person.position,
        cell_text(person.roles, Kind.ROLES, cells),
        cell_text(person.level, Kind.LEVEL, cells),
        person.phone,
        cell_text(person.personality, Kind.PERSONALITY, cells),
    )
    told = f"{person.name}: {' · '.join(filter(None, facts))}"
    if person.personality in set(Personality):
        told += f" — {words(f'briefing.conduct.{person.personality}')}"
    return told


def _questions(
    workspace: Workspace, customer: Customer, quote: Quote | None, words: Words
) -> Iterator[Part]:
    from app.documents.briefing_document import Asked, Part

    bank, catalog, figures = load_questions(), workspace.catalog(), Figures(words.language)
    codes = [one.offering for one in customer.installed]
    codes += [item.offering for item in quote.items] if quote is not None else []
    families = families_of(codes, catalog) if catalog is not None else ()
    answers = {one.question: one for one in customer.interview}
    asked = bank.questions_for(customer.industry, families)
    for kind in QuestionKind:
        rows = []
        for one in asked:
            if one.kind is not kind:
                continue
            form = "closed" if one.form is QuestionForm.CLOSED else "open"
            hints = (words(f"briefing.{form}"), figures.text(one.hint), figures.text(one.follow_up))
            answer = answers.get(one.id)
            said = answer.text if answer is not None else ""
            rows.append(Asked(figures.text(one.text), " ".join(filter(None, hints)), said))
        yield Part(words(f"briefing.kind.{kind}"), asked=tuple(rows))
    if catalog is not None:
        needs = found_needs(bank, customer.interview, catalog)
        lines = (
            words(
                "briefing.need",
                need=figures.text(one.need.text),
                what="、".join(figures.text(proposal.name) for proposal in one.proposals),
            )
            for one in needs
        )
        yield Part(words("briefing.needs"), tuple(lines))
        bills = workspace.customers.load(customer.id)[1]
        grown = (
            words(
                "briefing.need",
                need=figures.text(one.signal.reason),
                what="、".join(figures.text(proposal.name) for proposal in one.need.proposals),
            )
            for one in growth_of(customer, bills, catalog)
        )
        yield Part(words("briefing.growth"), tuple(grown))


def _selling(
    workspace: Workspace, customer: Customer, quote: Quote | None, words: Words
) -> Iterator[Part]:
    """What to say of what may be sold."""
    catalog = workspace.catalog()
    if catalog is not None:
        offerings = offerings_to_tell(customer, quote, load_questions(), catalog)
        yield from talk_track(offerings, words, Figures(words.language))
        codes = {one.code for one in offerings}
        codes |= {item.offering for item in quote.items} if quote is not None else set()
        yield from library_parts(workspace.sales_library.library(), customer, codes, words)


def _facts(parameters: dict[str, str], words: Words) -> dict[str, str]:
    """The parameters of a finding with levels in words."""
    facts = dict(parameters)
    if "level" in facts:
        levels = facts["level"].split()
        facts["level"] = "、".join(words(f"customer_word.level.{one}") for one in levels)
    return facts
