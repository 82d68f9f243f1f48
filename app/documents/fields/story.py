"""Fields of the story: needs with what answers them, selling points, what options come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.kind import Field, PrintedFigure
from app.quoting.selling_text import told_selling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.quoting.story import OptionFigures
    from app.translation import Words

STORY_GUIDE = (
    Field("solutions", "需求与满足它的业务；可能为空", "Needs with their answers", is_list=True),
    Field("solutions[].need", "需求", "The need"),
    Field("solutions[].name", "满足它的套餐或业务", "What answers it"),
    Field("solutions[].benefit", "给客户带来什么；可能为空", "What it brings; may be empty"),
    Field("features", "各项业务的特点到利益", "From features to benefits", is_list=True),
    Field("features[].name", "业务", "The offering"),
    Field("features[].feature", "特点；可能为空", "Feature; may be empty"),
    Field("features[].advantage", "优势；可能为空", "Advantage; may be empty"),
    Field("features[].benefit", "利益；可能为空", "Benefit; may be empty"),
    Field("features[].evidence", "证据；可能为空", "Evidence; may be empty"),
    Field("selling", "推介语，每句的数字由程序计算", "Computed selling sentences", is_list=True),
)


def story_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The fields ``solutions``, ``features`` and ``selling``."""
    story = revision.story
    said = told_selling(story.selling, words, figures) if story.selling is not None else ()
    return {
        "solutions": [
            {
                "need": one.need,
                "name": figures.text(one.name),
                "benefit": figures.text(one.benefit).rstrip("。."),
            }
            for one in story.met
        ],
        "features": [
            {
                "name": figures.text(one.name),
                "feature": figures.text(one.fabe.feature),
                "advantage": figures.text(one.fabe.advantage),
                "benefit": figures.text(one.fabe.benefit),
                "evidence": figures.text(one.fabe.evidence),
            }
            for one in story.told
        ],
        "selling": list(said),
    }


def told_option(one: OptionFigures, words: Words, figures: Figures) -> Iterator[str]:
    """What an option comes to, line by line; a dearer one is said to be dearer."""
    money = figures.money
    yield words("selling.option.monthly", amount=money(one.monthly))
    if one.usage:
        yield words("selling.option.usage", amount=money(one.usage))
    if one.one_time:
        yield words("selling.option.one_time", amount=money(one.one_time))
    yield words("selling.option.contract", months=one.term, amount=money(one.contract))
    if one.gain is not None:
        key = "less" if one.gain > 0 else "more" if one.gain < 0 else "same"
        yield words(f"selling.option.{key}", amount=money(abs(one.gain)))
    if one.smallest is not None and one.largest is not None:
        smallest, largest = money(one.smallest), money(one.largest)
        yield words("selling.option.months", smallest=smallest, largest=largest)


def printed_options(revision: CustomerRevision, figures: Figures) -> tuple[PrintedFigure, ...]:
    """Each option with what it comes to a month and over the term."""
    return tuple(
        PrintedFigure("option", (figures.money(one.monthly), figures.money(one.contract)))
        for one in revision.story.options
    )
