"""Promises of chosen clauses: conditions, alternatives, and what counts as standard."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from app.quoting.chosen_clauses import choose_clause, drop_clause, special_clauses
from app.quoting.clause import LibraryClause, QuoteClause, standard_clauses
from app.quoting.quote import AccountManager, Quote
from catalog.condition import Condition
from catalog.local_text import LocalText

DAY = date(2026, 11, 23)
QUOTE = Quote("Q1", "QW-1", "方案", "C1", AccountManager("M1", "王"), DAY, DAY)
GOLD = Condition("offering", one_of=("SLAGLD",))
LONG = Condition("term", least=Decimal(24))


def a_clause(name: str, version: int = 1, family: str = "", *asked: Condition) -> QuoteClause:
    """A clause of one sentence, added to the price."""
    texts = (LocalText(f"{name}。", f"{name}."),)
    said = LocalText(name, name)
    return QuoteClause(name, version, said, texts, family, "price", conditions=asked)


def test_all_conditions_have_to_hold_and_one_of_several_facts_is_enough() -> None:
    """Of several offerings one has to be the one asked for; what is not known does not hold."""
    clause = a_clause("sla", 1, "", GOLD, LONG)
    facts = {"offering": ("LINE", "SLAGLD"), "term": (Decimal(24),)}
    assert clause.applies(facts)
    assert not clause.applies(facts | {"term": (Decimal(12),)})
    assert not clause.applies(facts | {"offering": ("LINE",)})
    assert not clause.applies({"offering": ("SLAGLD",)})
    assert a_clause("free").applies({})


def test_alternatives_take_each_others_place() -> None:
    """A contract says one thing about payment; other clauses stay where they are."""
    quote = choose_clause(QUOTE, a_clause("pay45", 1, "payment"))
    quote = choose_clause(quote, a_clause("data"))
    quote = choose_clause(quote, a_clause("quarter", 1, "payment"))
    assert [one.id for one in quote.clauses] == ["data", "quarter"]
    assert drop_clause(quote, "data").clauses == quote.clauses[1:]
    assert drop_clause(quote, "pay45") is quote


def test_only_what_equals_the_library_is_standard() -> None:
    """An older version stays standard; a word changed by hand, or a special clause, is not."""
    old, new, odd = a_clause("data"), a_clause("data", 2), a_clause("pay45")
    library = (LibraryClause(new, True, "法务部", (old,)), LibraryClause(odd, False, "财务部"))
    standard = standard_clauses(library)
    edited = msgspec.structs.replace(new, texts=(LocalText("改过。", "Edited."),))
    for clause, special in ((old, False), (new, False), (odd, True), (edited, True)):
        found = special_clauses(choose_clause(QUOTE, clause), standard)
        assert bool(found) is special


def test_a_condition_that_compares_with_nothing_is_special() -> None:
    """A damaged file may hold it; it is no exception, and never a standard clause."""
    odd = a_clause("data", 1, "", Condition("term", least=Decimal("sNaN")))
    standard = standard_clauses((LibraryClause(a_clause("data"), True, "法务部"),))
    assert special_clauses(choose_clause(QUOTE, odd), standard) == (odd,)
