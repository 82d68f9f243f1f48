"""Templates of industries propose, and what is ticked becomes one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import UnknownFormat
from app.quoting.industry_template import Proposed, proposed_for, with_industry
from app.quoting.quote import NeedMet
from app.quoting.telling import Chapter
from app.services.industry_templates import load_industries
from app.services.question_bank import load_questions
from app.translation import load_words
from tests.sample import sample_case, sample_catalog

if TYPE_CHECKING:
    from pathlib import Path

BANK = load_questions()
TEMPLATES = {one.industry: one for one in load_industries()}
QUOTE = msgspec.structs.replace(sample_case(1).quote, items=(), needs=())


def proposed(industry: str, **changes: object) -> Proposed:
    """What a template proposes for an empty quote."""
    quote = msgspec.structs.replace(QUOTE, **changes)
    return proposed_for(TEMPLATES[industry], BANK, sample_catalog(), quote)


def test_there_is_a_template_for_each_of_the_ten_industries() -> None:
    """With needs and offers; and each industry has questions."""
    industries = set(load_words("zh").codes("industry"))
    assert len(industries) == 10
    assert set(TEMPLATES) == industries
    asked = {file.industry for file in BANK.files if file.industry}
    assert asked == industries


@pytest.mark.parametrize("industry", sorted(TEMPLATES))
def test_everything_in_a_template_is_on_sale(industry: str) -> None:
    """In the sample catalogue; each with a reason in both languages."""
    offers = TEMPLATES[industry].offers
    codes = [one.code for one in proposed(industry).offers]
    assert {one.offering for one in offers} <= set(codes)
    assert len(codes) == len(set(codes))
    assert all(one.reason.zh and one.reason.en for one in offers)


def test_what_the_quote_has_is_not_proposed_again() -> None:
    """Neither a need nor an item nor a chapter."""
    taken = with_industry(QUOTE, sample_catalog(), proposed("catering"))
    again = proposed_for(TEMPLATES["catering"], BANK, sample_catalog(), taken)
    assert again == Proposed()


def test_only_what_is_ticked_is_taken() -> None:
    """A need with what answers it, one chapter; the other offers stay out."""
    found = proposed("education")
    need = next(one for one in found.needs if one.id == "safe_campus")
    offer = next(one for one in found.offers if one.code == "B10")
    after = with_industry(QUOTE, sample_catalog(), Proposed((need,), (offer,), (Chapter.COMPANY,)))
    assert [item.offering for item in after.items] == ["B10"]
    assert after.needs == ("学生到校离校，家长及时知道",)
    assert after.met == (NeedMet("学生到校离校，家长及时知道", "B10"),)
    assert after.telling.left_out == (Chapter.COMPANY,)


def test_nothing_ticked_is_no_edit() -> None:
    """The quote is the very same."""
    assert with_industry(QUOTE, sample_catalog(), Proposed()) is QUOTE


def test_a_need_that_there_is_not_is_refused_with_its_industry(tmp_path: Path) -> None:
    """A mistake in the file is told at once."""
    file = tmp_path / "industries.toml"
    file.write_text('[[industries]]\nindustry = "hotel"\nneeds = ["nothing"]\n', encoding="utf-8")
    with pytest.raises(UnknownFormat) as failure:
        load_industries(file)
    assert failure.value.parameters["place"] == "hotel"
