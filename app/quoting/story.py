"""Story: what a proposal tells besides its price: needs and their answers, figures, options.

Values only; what they are made of is worked out elsewhere, and nothing internal has a place here.
"""

from __future__ import annotations

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.selling_points import Fabe


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A month divided among days, heads or rooms.

    Attributes:
        part: ``day``, or the name of a customer's fact.
        count: How many there are.
        amount: Fen of one, rounded up.
        exact: It is just as much; otherwise it is less.
    """

    part: str
    count: int
    amount: Fen
    exact: bool


class Selling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The figures of an offer's selling points, in fen.

    Attributes:
        monthly: What is charged each full month.
        shares: The month divided; none where the price changes over the years.
        worth: What the same costs a month by the price list.
        times: How many tenths of its price it is worth, rounded down; 0 where no more than it.
        before: What is replaced today, like for like; ``None`` where nothing is compared.
        after: What replaces it.
        new_value: What is new besides, a month; in neither.
        smallest: Least month among those replayed; ``None`` where none was.
        largest: Most likewise.
        months: How many were replayed.
        typical: The median of those replayed, rounded up.
    """

    monthly: Fen
    shares: tuple[Share, ...] = ()
    worth: Fen = 0
    times: int = 0
    before: Fen | None = None
    after: Fen = 0
    new_value: Fen = 0
    smallest: Fen | None = None
    largest: Fen | None = None
    months: int = 0
    typical: Fen | None = None


class MetNeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A need in the customer's words, what answers it, and what that brings; may be empty."""

    need: str
    name: LocalText
    benefit: LocalText = LocalText()


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An offering with what is said of it: feature, advantage, benefit, evidence."""

    name: LocalText
    fabe: Fabe


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What we do better: claim, value to the customer, evidence, name of a file with proof."""

    claim: LocalText
    value: LocalText = LocalText()
    evidence: LocalText = LocalText()
    proof: LocalText = LocalText()


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What another customer gained, who has permitted that it is told."""

    title: LocalText
    customer: LocalText = LocalText()
    text: LocalText = LocalText()
    figures: LocalText = LocalText()


class Material(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What comes with a proposal: a file, or where something can be seen."""

    name: LocalText
    link: str = ""


class OptionFigures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an option comes to if the customer takes it alone, in fen.

    Attributes:
        letter: A, B or C.
        monthly: Charged each full month.
        one_time: Charged once.
        contract: Over the term.
        term: Months.
        gain: Saved a month, like for like; negative where it is dearer, ``None`` where unknown.
        smallest: Least month among those replayed; ``None`` where none was.
        largest: Most likewise.
        usage: Expected to be paid a month for what is used besides; in neither total.
    """

    letter: str
    monthly: Fen
    one_time: Fen
    contract: Fen
    term: int
    gain: Fen | None = None
    smallest: Fen | None = None
    largest: Fen | None = None
    usage: Fen = 0


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a proposal tells.

    Attributes:
        met: Needs with what answers them, in the order of the needs.
        selling: Figures of the selling points; ``None`` where there is nothing to say.
        options: The options; none where there is nothing to choose.
        told: What is said of each offering, in the order of the items.
        reasons: What we do better.
        examples: What others gained.
        material: What comes along.
        terms: Agreed on with this customer alone.
        left_out: Names of chapters that it does without.
    """

    met: tuple[MetNeed, ...] = ()
    selling: Selling | None = None
    options: tuple[OptionFigures, ...] = ()
    told: tuple[Told, ...] = ()
    reasons: tuple[Reason, ...] = ()
    examples: tuple[Example, ...] = ()
    material: tuple[Material, ...] = ()
    terms: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
