"""The list of customers: what it is narrowed by, its order, and its rows when they are shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from app.quoting.next_steps import CLOSED
from app.quoting.sales_facts import Grouping, Prospect
from app.services.list_choices import ColumnLook, SavedView
from app.ui.presenting.lists import customer_row
from app.ui.presenting.spans import amount_step, amount_words
from app.ui.presenting.today import alert_names
from app.ui.widgets.facets import Facet, Facts, sort_text
from app.ui.widgets.rows import LazyRows, TableRow
from app.ui.widgets.value_range import ranges_with

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.list_rows import ListedCustomers
    from app.services.listing import CustomerRow
    from app.ui.presenting.speaker import Speaker

NO_CLASS: Final = "\u2013"
"""In the place of a class where there is none; stands behind every name of one."""
QUIET, ANY = "quiet", "any"
QUOTED, UNQUOTED = "quoted", "unquoted"
_SEVERAL: Final = (1, 10)
_BY_STEP: Final = ColumnLook(shown=("next",), sort="next")
_BY_SCORE: Final = ColumnLook(shown=("score",), sort="score", descending=True)
_BY_BILL: Final = ColumnLook(sort="monthly", descending=True)


def customer_facets(speaker: Speaker) -> tuple[Facet, ...]:
    """What customers are told apart by."""
    translate = speaker.translate
    kinds = tuple((kind.value, text) for kind, text in alert_names(speaker).items())
    return (
        Facet(
            "segment",
            translate("Lists", "Segment"),
            named=lambda code: speaker.words.named("segment", code),
        ),
        Facet(
            "alerts",
            translate("Lists", "Alerts"),
            (
                (ANY, translate("Lists", "with alerts")),
                *kinds,
                (QUIET, translate("Lists", "no alerts")),
            ),
        ),
        Facet(
            "monthly", translate("Lists", "Average bill"), amount_words(speaker), ranges="amount"
        ),
        Facet(
            "accounts",
            translate("Lists", "Accounts"),
            (
                ("none", translate("Lists", "none")),
                ("one", translate("Lists", "one")),
                ("some", translate("Lists", "2 – 10")),
                ("many", translate("Lists", "more than 10")),
            ),
        ),
        Facet(
            "quoted",
            translate("Lists", "Quotes"),
            (
                (QUOTED, translate("Lists", "with quotes")),
                (UNQUOTED, translate("Lists", "never quoted")),
            ),
        ),
        Facet(
            "grouping",
            translate("Lists", "Grouping"),
            tuple((one, speaker.words(f"customer_word.grouping.{one}")) for one in Grouping),
        ),
        Facet("venue", translate("Lists", "Venue")),
        Facet("team", translate("Lists", "Team")),
        Facet(
            "prospect",
            translate("Lists", "Prospect"),
            tuple((one, speaker.words(f"customer_word.prospect.{one}")) for one in Prospect),
        ),
        Facet(
            "class",
            translate("Lists", "Class"),
            named=lambda name: name if name != NO_CLASS else translate("Lists", "without class"),
        ),
    )


def customer_views(speaker: Speaker) -> tuple[SavedView, ...]:
    """Views of the list of customers."""
    translate = speaker.translate
    return (
        SavedView(":all", translate("Views", "All customers")),
        SavedView(":alerts", translate("Views", "Customers with alerts"), {"alerts": (ANY,)}),
        SavedView(":largest", translate("Views", "Largest bills first"), look=_BY_BILL),
        SavedView(
            ":prospects",
            translate("Views", "Prospects, next step first"),
            {"prospect": tuple(one.value for one in Prospect if one not in CLOSED)},
            look=_BY_STEP,
        ),
        SavedView(":ranked", translate("Views", "Highest score first"), look=_BY_SCORE),
        SavedView(
            ":unquoted", translate("Views", "Never quoted"), {"quoted": (UNQUOTED,)}, look=_BY_BILL
        ),
    )


def customer_facts(found: ListedCustomers, amounts: Sequence[str] = ()) -> tuple[Facts, ...]:
    """Words of each customer, in the order of the facets, with the ranges of bills he lies in."""
    return tuple(
        (
            (row.segment,),
            (ANY, *alerts) if (alerts := found.alerts.get(row.id)) else (QUIET,),
            (amount_step(row.monthly), *ranges_with(row.monthly, amounts)),
            (_several(row.accounts),),
            (QUOTED if row.id in found.quoted else UNQUOTED,),
            (row.card.grouping,) if row.card.grouping else (),
            (row.card.venue,) if row.card.venue else (),
            (row.card.team,) if row.card.team else (),
            (row.card.prospect,) if row.card.prospect else (),
            (found.classes.get(row.id) or NO_CLASS,),
        )
        for row in found.rows
    )


def _several(count: int) -> str:
    if not count:
        return "none"
    one, some = _SEVERAL
    return "one" if count <= one else "some" if count <= some else "many"


def sorted_customers(
    speaker: Speaker, found: ListedCustomers, places: Sequence[int], sort: tuple[str, bool]
) -> list[int]:
    """Places of customers in the order of a column; those that are equal stay as they were."""
    keys: dict[str, Callable[[CustomerRow], object]] = {
        "name": lambda row: sort_text(row.name),
        "monthly": lambda row: row.monthly,
        "segment": lambda row: sort_text(speaker.words.named("segment", row.segment)),
        "accounts": lambda row: row.accounts,
        "next": lambda row: row.card.next_day or date.max,
        "venue": lambda row: sort_text(row.card.venue),
        "class": lambda row: found.classes.get(row.id) or NO_CLASS,
        "score": lambda row: found.scores.get(row.id, 0),
        "alerts": lambda row: len(found.alerts.get(row.id, ())),
    }
    key = keys.get(sort[0])
    if key is None:
        return list(places)
    rows, of = found.rows, key
    return sorted(places, key=lambda place: of(rows[place]), reverse=sort[1])  # type: ignore[arg-type, return-value] # of one kind in one column


def shown_customers(speaker: Speaker, found: ListedCustomers, places: Sequence[int]) -> LazyRows:
    """Rows of the customers at these places, made when they are seen."""
    names = alert_names(speaker)

    def make(at: int) -> TableRow:
        row = found.rows[places[at]]
        told = [names[kind] for kind in names if kind in found.alerts.get(row.id, ())]
        rank = (found.classes.get(row.id, ""), found.scores.get(row.id, 0))
        return customer_row(speaker, row, told, rank)

    return LazyRows([found.rows[place].id for place in places], make)
