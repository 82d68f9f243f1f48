"""Quote: everything about an offer that may be edited; one frozen value."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

import msgspec

from app.quoting.buying_factor import BuyingFactor
from app.quoting.clause import QuoteClause
from app.quoting.scenario import Scenario
from app.quoting.telling import Telling
from catalog.money import Fen
from pricing.item import QuoteItem
from pricing.quote_wide import QuoteDiscount

PAYMENT = "payment_due"
"""Key of the condition whose days are the time that the customer has for paying."""


class QuoteCondition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something the customer promises; prints as a clause with a due date.

    Attributes:
        key: Identifier of a clause known to the contract template's library; empty for free text.
        text: The condition in the customer's language; used when the key is empty.
        days: Days after signing by which it must be met and proven; 0 for at once.
    """

    key: str
    text: str = ""
    days: int = 30


class AccountManager(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The author of a quote."""

    id: str
    name: str
    phone: str = ""
    role: str = "L1"


class LikeForLike(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the offer replaces, so that savings compare like with like.

    Attributes:
        components: Identifiers of bill components that the offer replaces; empty means all.
        items: Identifiers of the quote items that replace them; empty means all.
        competitor: Fen a month paid to a competitor today that the offer replaces.
        applies: Whether past bills can be compared with the offer at all; not when the offer is
            something quite new to the customer.
    """

    components: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    competitor: Fen = 0
    applies: bool = True


class NeedMet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A need as it stands among those of the quote, and the offering or bundle that answers it."""

    need: str
    offering: str


class NeedPriority(IntEnum):
    """How much a need matters."""

    HIGH = 1
    MEDIUM = 2
    LOW = 3


class NeedFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of a need besides its text; internal.

    Attributes:
        need: As it stands among those of the quote.
        priority: How much it matters to the customer.
        owner: Who cares for it.
        due: By when it has to be met.
        evidence: What shows it: the customer's words, a figure of the bills.
    """

    need: str
    priority: NeedPriority = NeedPriority.MEDIUM
    owner: str = ""
    due: date | None = None
    evidence: str = ""


class Quote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The value that a manager edits; every edit makes the next value.

    Attributes:
        id: Unique for ever.
        number: As printed, such as ``QW-20261123-0001``.
        title: Short name of the solution.
        customer: Identifier of the customer.
        manager: Author.
        price_date: Day whose prices apply.
        valid_until: Last day on which the customer may accept.
        term: Months of commitment.
        items: In printed order.
        discount: What is taken off the whole quote by hand.
        conditions: What the customer promises.
        codes: Promotion codes that the manager has entered, as the rules spell them.
        activation: Day from which it is charged, for the first invoice; ``None`` while unknown.
        tender: The quote answers an invitation to tender.
        provinces: How many provinces the services reach.
        like_for_like: What the offer replaces.
        needs: The customer's needs in his own words, one per line; printed in the proposal.
        language: Language of the documents: the customer's.
        copies: How many copies of the contract are signed.
        notes: Internal remarks; never printed for the customer.
        channel: Through whom it is sold; empty when nobody has said.
        catalog_version: Catalogue version that it is priced with; empty for the newest one.
        policy_version: Version of the pricing rules likewise; empty for those in force.
        clauses: What the contract says besides its template, as chosen from the library.
        met: Which offerings answer which needs.
        scenarios: Targets of the negotiation; internal as the notes are.
        need_facts: What is known of needs besides; internal, and no part of what is agreed.
        telling: What its proposal tells besides the offer.
        buying_factors: What the customer decides by and how we stand in it; internal.
    """

    id: str
    number: str
    title: str
    customer: str
    manager: AccountManager
    price_date: date
    valid_until: date
    term: int = 12
    items: tuple[QuoteItem, ...] = ()
    discount: QuoteDiscount | None = None
    conditions: tuple[QuoteCondition, ...] = ()
    tender: bool = False
    provinces: int = 1
    like_for_like: LikeForLike = LikeForLike()
    needs: tuple[str, ...] = ()
    language: str = "zh"
    copies: int = 2
    notes: str = ""
    channel: str = ""
    catalog_version: str = ""
    policy_version: str = ""
    activation: date | None = None
    codes: tuple[str, ...] = ()
    clauses: tuple[QuoteClause, ...] = ()
    met: tuple[NeedMet, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    need_facts: tuple[NeedFact, ...] = ()
    telling: Telling = Telling()
    buying_factors: tuple[BuyingFactor, ...] = ()

    def need_fact(self, need: str) -> NeedFact:
        """What is known of a need."""
        return next((one for one in self.need_facts if one.need == need), NeedFact(need))

    def item(self, item_id: str) -> QuoteItem | None:
        """The item with an identifier."""
        return next((item for item in self.items if item.id == item_id), None)
