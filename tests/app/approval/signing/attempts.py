"""Attempts to print what nobody approved: drawn from a seed, each with what is true.

Whoever attempts has the computer: he writes any log and any frozen revision, sets the clock, and
has keys of his own. He has not the keys of others. What is true is told by the oracle of
negotiations, which knows the lines and nothing of the program: a deal within the author's own
authority may be printed, anything else only with the signature of somebody whose level reaches it.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.event import Event, Person
from app.approval.signing.keys import new_key
from app.approval.signing.signed_file import Kind, seal
from app.approval.state import Deed
from app.approval.submitting import begun, submit
from app.quoting.authority import Absence
from tests.app.approval.negotiation import (
    LIMITS,
    MATRIX,
    Offer,
    figures,
    must_ask,
    worked,
)
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, LAST, LEADER, NOON, VICE, doing, signed
from tests.app.approval.signing.deals import DEALS, drawn
from tests.app.approval.signing.parties import OTHER, SignedCourse, key_of, organisation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random
    from typing import TypeAlias

    from app.quoting.revision import Revision

    Gate: TypeAlias = Callable[[SignedCourse, Revision, int], bool]
    """Whether a revision may be printed, so many days after the first."""

KNOWN = organisation(matrix=MATRIX)
STRANGER = new_key("301")
"""Says that it is the head of department's key."""
LEVELS = {person.role: rank for rank, person in enumerate((AUTHOR, LEADER, HEAD, VICE))}
PER_LEVEL = (AUTHOR, LEADER, HEAD, VICE)
NOBODY = len(PER_LEVEL)


class Attempt(NamedTuple):
    """One attempt.

    Attributes:
        name: Which trick.
        course: The log and the organisation as the gate finds them.
        in_hand: What is to be printed.
        days: What the clock says, in days after the first.
        allowed: Whether it may be printed.
    """

    name: str
    course: SignedCourse
    in_hand: Revision
    days: int
    allowed: bool


def level(offer: Offer) -> int:
    """Rank of the lowest level that may grant an offer; by the lines and the limits alone."""
    sums = figures(offer)
    worst = {
        "market_discount": Fraction(max(line.percent for line in offer.lines)),
        "free_months": Fraction(max(line.free for line in offer.lines)),
        "cumulative_concession": sums.given,
        "margin": sums.margin,
        "contract_value": sums.value,
    }
    return max(_rank(name, value) for name, value in worst.items())


def _rank(name: str, value: Fraction) -> int:
    for rank, limit in enumerate(LIMITS[name]):
        bound = None if limit is None else Fraction(limit)
        if bound is None or (value >= bound if name == "margin" else value <= bound):
            return rank
    return NOBODY


class Deal(NamedTuple):
    """What a trick has to work with: an honest deal, and the one that is to be printed."""

    honest: Offer
    wanted: Offer

    @property
    def own(self) -> bool:
        """Whether what is to be printed is within the author's own authority."""
        return level(self.wanted) == 0


def handed_in(course: SignedCourse, revision: Revision, nonce: str) -> None:
    """Hand in a revision with the author's signature, whatever the program says to it."""
    act = doing(AUTHOR)._replace(operation=nonce)
    answer = submit(course.life, revision, course.frozen, course.matrix, act)
    waits = replace(begun(Deed.SUBMITTED, revision, act), roles=("L4",))
    first, *others = answer.events or (waits,)
    proof = seal(Kind.REQUEST, course.request(revision, nonce), key_of(AUTHOR.id)).decode()
    course.add(replace(first, proof=proof), *others)
    course.frozen[revision.label] = revision


def consent(course: SignedCourse, revision: Revision, by: Person, proof: str) -> Event:
    """An approval as anybody can write it into the log."""
    event = begun(Deed.APPROVED, revision, doing(by), "")
    roles = tuple(LEVELS)
    return replace(
        event, roles=(*course.life.waiting, *roles), acting=roles, until=LAST, proof=proof
    )


def bought(course: SignedCourse, offer: Offer, by: Person = VICE) -> str:
    """A real decision about an offer: handed in and decided; the signed file."""
    revision = worked(offer, "Z")
    handed_in(course, revision, "bought")
    if course.life.waiting:
        course.decide(by)
        return course.log[-1].event.proof
    return course.log[-1].event.proof


def unsigned(deal: Deal, rng: Random) -> Attempt:
    """A row that says approved, carried over or within own authority."""
    course, revision = SignedCourse(KNOWN), worked(deal.wanted)
    handed_in(course, revision, "n1")
    deed = rng.choice((Deed.APPROVED, Deed.CARRIED_OVER, Deed.WITHIN_OWN, Deed.FAST_TRACKED))
    event = replace(consent(course, revision, VICE, ""), deed=deed)
    if deed is Deed.FAST_TRACKED:
        event = replace(event, named=VICE, confirm_by=DAY + timedelta(days=7))
    course.add(event)
    return Attempt(f"unsigned {deed}", course, revision, 0, deal.own)


def replayed(deal: Deal, _rng: Random) -> Attempt:
    """The decision about another deal, under this one."""
    course = SignedCourse(KNOWN)
    proof = bought(course, deal.honest)
    revision = worked(deal.wanted)
    handed_in(course, revision, "n2")
    course.add(consent(course, revision, VICE, proof))
    seen = [deal.honest] if level(deal.honest) else []
    return Attempt("replayed", course, revision, 0, not must_ask(seen, deal.wanted))


def swapped(deal: Deal, _rng: Random) -> Attempt:
    """The approved fingerprint on another content, in hand and in the database."""
    course = SignedCourse(KNOWN)
    bought(course, deal.honest)
    approved = course.frozen["Z"]
    forged = replace(worked(deal.wanted, "Z"), fingerprint=approved.fingerprint)
    course.frozen["Z"] = forged
    same = signed(forged).fingerprint == approved.fingerprint
    return Attempt("swapped", course, forged, 0, same)


def renamed(deal: Deal, _rng: Random) -> Attempt:
    """The approved deal for a customer of another name."""
    course = SignedCourse(KNOWN)
    bought(course, deal.honest)
    approved = course.frozen["Z"]
    customer = replace(approved.customer, name="另一家公司")
    return Attempt("renamed", course, replace(approved, customer=customer), 0, False)


def clock(deal: Deal, rng: Random) -> Attempt:
    """An approval that has ended, and the clock set back to its days."""
    course = SignedCourse(KNOWN)
    bought(course, deal.honest)
    late = NOON + timedelta(days=rng.randint(40, 90))
    note = Event("another", Deed.CANCELLED, OTHER, late, "late", reason="x")
    course.add(note)
    return Attempt("clock", course, course.frozen["Z"], rng.randint(0, 3), False)


def borrowed(deal: Deal, rng: Random) -> Attempt:
    """A decision in the name of the vice president, signed with a key at hand."""
    course, revision = SignedCourse(KNOWN), worked(deal.wanted)
    handed_in(course, revision, "n1")
    by, key = rng.choice(
        ((VICE, key_of(AUTHOR.id)), (VICE, STRANGER), (AUTHOR, key_of(AUTHOR.id)), (HEAD, STRANGER))
    )
    body = course.said(revision, by)
    proof = seal(Kind.DECISION, body, key).decode()
    course.add(consent(course, revision, by, proof))
    return Attempt("borrowed", course, revision, 0, deal.own)


def edited(deal: Deal, rng: Random) -> Attempt:
    """A real decision file, or what stood in a cell, with one character changed or none left."""
    course, revision = SignedCourse(KNOWN), worked(deal.wanted)
    handed_in(course, revision, "n1")
    body = replace(course.said(revision, VICE), limits={})
    proof = seal(Kind.DECISION, body, key_of(VICE.id)).decode()
    place = rng.randrange(len(proof))
    cell = rng.choice((proof[:place] + "7" + proof[place + 1 :], "批准", proof + " ", "{}"))
    course.add(consent(course, revision, VICE, cell))
    return Attempt("edited", course, revision, 0, deal.own)


def too_low(deal: Deal, rng: Random) -> Attempt:
    """A real signature of somebody whose level may not suffice, under a log that says it does."""
    course, revision = SignedCourse(KNOWN), worked(deal.wanted)
    handed_in(course, revision, "n1")
    by = rng.choice((OTHER, LEADER, HEAD, VICE))
    proof = seal(Kind.DECISION, course.said(revision, by), key_of(by.id)).decode()
    course.add(consent(course, revision, by, proof))
    reaches = LEVELS[by.role] >= level(deal.wanted)
    return Attempt("too low", course, revision, 0, deal.own or reaches)


def narrow(deal: Deal, _rng: Random) -> Attempt:
    """The highest signature there is, for less than what is to be printed."""
    course, revision = SignedCourse(KNOWN), worked(deal.wanted)
    handed_in(course, revision, "n1")
    body = replace(course.said(revision, VICE), limits={})
    course.add(consent(course, revision, VICE, seal(Kind.DECISION, body, key_of("401")).decode()))
    return Attempt("narrow", course, revision, 0, deal.own)


def revoked(deal: Deal, _rng: Random) -> Attempt:
    """A decision signed with a key that was reported stolen."""
    course, revision = SignedCourse(KNOWN), worked(deal.wanted)
    handed_in(course, revision, "n1")
    proof = seal(Kind.DECISION, course.said(revision, VICE), key_of(VICE.id)).decode()
    course.add(consent(course, revision, VICE, proof))
    course.organisation = replace(KNOWN, revoked=(key_of(VICE.id).public,))
    return Attempt("revoked", course, revision, 0, deal.own)


def loop(deal: Deal, rng: Random) -> Attempt:
    """Two approvers who stand in for each other, or one who really stands in."""
    first, last = DAY, LAST
    absences = (Absence(VICE.id, first, last, HEAD.id), Absence(HEAD.id, first, last, VICE.id))
    real = rng.random() < 0.5
    known = replace(KNOWN, absences=absences[1:] if real else absences)
    course, revision = SignedCourse(known), worked(deal.wanted)
    handed_in(course, revision, "n1")
    proof = seal(Kind.DECISION, course.said(revision, VICE), key_of(VICE.id)).decode()
    course.add(consent(course, revision, VICE, proof))
    return Attempt("stands in" if real else "loop", course, revision, 0, deal.own or real)


def promoted(deal: Deal, _rng: Random) -> Attempt:
    """The author says that he is of the highest level, in the quote and in the log."""
    course, revision = SignedCourse(KNOWN), worked(deal.wanted)
    quote = replace(revision.quote, manager=replace(revision.quote.manager, role="L4"))
    verdict = replace(revision.verdict, own_level="L4", within_own=True, level="L4")
    forged = signed(replace(revision, quote=quote, verdict=verdict))
    handed_in(course, forged, "n1")
    return Attempt("promoted", course, forged, 0, False)


def honest(deal: Deal, _rng: Random) -> Attempt:
    """Nothing is forged: whoever has to decide does."""
    course, revision = SignedCourse(KNOWN), worked(deal.wanted)
    course.submit(revision)
    if course.life.waiting:
        course.decide(PER_LEVEL[level(deal.wanted)], Ruling(Deed.APPROVED))
    return Attempt("honest", course, revision, 0, True)


TRICKS: tuple[Callable[[Deal, Random], Attempt], ...] = (
    unsigned,
    replayed,
    swapped,
    renamed,
    clock,
    borrowed,
    edited,
    too_low,
    narrow,
    revoked,
    loop,
    promoted,
    honest,
)


FORGERIES: tuple[Callable[[Deal, Random], Attempt], ...] = (unsigned, borrowed, edited, too_low)
"""Tricks that need no approval to begin with."""


def attempt(rng: Random) -> Attempt:
    """One attempt, drawn."""
    while True:
        deal_of = drawn(rng)
        wanted = rng.choice(DEALS)(deal_of, rng)
        deal = Deal(deal_of, wanted)
        if any(line.quantity < 0 for line in wanted.lines):
            # Nobody may approve it, so there is no honest course to begin with.
            return rng.choice(FORGERIES)(deal, rng)._replace(name="negative", allowed=False)
        if level(wanted) < NOBODY and level(deal_of) < NOBODY:
            return rng.choice(TRICKS)(deal, rng)


class Outcome(NamedTuple):
    """What came of many attempts.

    Attributes:
        tried: How many of each trick.
        holes: Printed and not allowed, by trick.
        refused: Allowed and not printed, by trick.
    """

    tried: Mapping[str, int]
    holes: Mapping[str, int]
    refused: Mapping[str, int]


def tried(gate: Gate, rng: Random, count: int) -> Outcome:
    """Make so many attempts on a gate."""
    made, holes, refused = Counter[str](), Counter[str](), Counter[str]()
    for _ in range(count):
        one = attempt(rng)
        made[one.name] += 1
        opened = gate(one.course, one.in_hand, one.days)
        if opened and not one.allowed:
            holes[one.name] += 1
        if one.allowed and not opened:
            refused[one.name] += 1
    return Outcome(made, holes, refused)
