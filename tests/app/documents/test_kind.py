"""Promises of the declaration of kinds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.documents.kind import Field, known_names
from app.documents.kinds import KINDS
from app.figures import Figures
from app.quoting.clause import ARTICLES, QuoteClause
from app.quoting.customer import Site
from app.quoting.revision import PaperBill, PriceStep
from app.quoting.story import Example, Material, MetNeed, Reason, Story, Told
from app.translation import load_words
from catalog.local_text import LocalText
from catalog.selling_points import Fabe
from tests.app.documents.case_one import CASE_ONE, PROMISE
from tests.app.documents.papers import changed

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.quoting.revision import CustomerRevision
    from catalog.local_text import Language


def test_known_names_hold_the_groups_and_the_list_members() -> None:
    """A template may ask for a group and loop over a list."""
    guide = (Field("price.rows", "行", "rows", is_list=True), Field("price.rows[].net", "价", "p"))
    assert known_names(guide) == {"price", "price.rows", "price.rows[]", "price.rows[].net"}


def test_list_of_texts_has_members_without_names() -> None:
    """``needs`` is looped over as texts."""
    assert known_names((Field("needs", "需求", "needs", is_list=True),)) == {"needs", "needs[]"}


def _names(value: FieldValue, place: str) -> set[str]:
    """Every name that a value of the fields really has."""
    if isinstance(value, (str, bool)):
        return {place}
    if hasattr(value, "items"):
        found = {place} if place else set()
        for key, member in value.items():
            found |= _names(member, f"{place}.{key}" if place else key)
        return found
    found = {place, f"{place}[]"}
    for member in value:
        found |= _names(member, f"{place}[]")
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind_id", sorted(KINDS))
def test_fields_are_exactly_those_of_the_guide(kind_id: str, language: Language) -> None:
    """What is declared is filled, and nothing is filled that nobody declared."""
    kind = KINDS[kind_id]
    filled: set[str] = set()
    for revision in (CASE_ONE, _another()):
        values = kind.fields(revision, load_words(language), Figures(language))
        filled |= _names(dict(values), "")
    assert filled == known_names(kind.guide)


@pytest.mark.parametrize("kind_id", sorted(KINDS))
def test_no_field_hides_behind_a_method_of_dictionaries(kind_id: str) -> None:
    """The template language would find ``group.items`` the method before the field."""
    for name in known_names(KINDS[kind_id].guide):
        _, dot, member = name.removesuffix("[]").rpartition(".")
        assert not (dot and hasattr({}, member)), name


def _another() -> CustomerRevision:
    """A promise, an option, an alternative, steps, many sites, another first invoice."""
    import msgspec

    other = msgspec.structs.replace(CASE_ONE.items[0], id="i2", optional=True)
    option = msgspec.structs.replace(other, id="i3", is_bundle=False)
    items, bill = (*CASE_ONE.items, other, option), PaperBill(172_39, 158_16, 14_23)
    single = msgspec.structs.replace(option, id="i4", optional=False, site="1")
    said = (LocalText("甲", "A"),)
    clauses = tuple(
        QuoteClause(f"c{name}", 1, said[0], said, article=name, title=said[0])
        for name in (*ARTICLES, "")
    )
    step = (PriceStep(1, 20, Decimal("23.75")),)
    return changed(
        conditions=(PROMISE,),
        clauses=clauses,
        items=(*items, single),
        first_invoice=bill,
        story=Story(
            (MetNeed("need", said[0], said[0]),),
            CASE_ONE.story.selling,
            told=(Told(said[0], Fabe(*said * 4)),),
            reasons=(Reason(*said * 4),),
            examples=(Example(*said * 4),),
            material=(Material(said[0], "https://a.cn"),),
            terms=("乙",),
        ),
        sites=tuple(Site(str(at), f"店{at}") for at in range(5)),
        schedule={"i4": (step, *((),) * (len(single.charges) - 1))},
    )
