"""Fields of the story: needs with what answers them, selling points, what options come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.kind import Field, PrintedFigure
from app.quoting.selling_text import told_selling
from app.quoting.telling import Chapter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.quoting.story import OptionFigures, Story
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
    Field("reasons", "我们的优势，最多三条", "What we do better, three at most", is_list=True),
    Field("reasons[].claim", "优势", "What it is"),
    Field("reasons[].value", "对客户的价值；可能为空", "What the customer has of it; may be empty"),
    Field("reasons[].evidence", "证据；可能为空", "Evidence; may be empty"),
    Field("reasons[].proof", "所附证明文件的名称；可能为空", "Name of a file with proof, or empty"),
    Field("examples", "成功案例，均已获准引用", "Success stories, all permitted", is_list=True),
    Field("examples[].title", "标题", "Title"),
    Field("examples[].customer", "客户；可能为空", "The customer; may be empty"),
    Field("examples[].text", "经过", "What happened"),
    Field("examples[].figures", "成效数字；可能为空", "What it brought, or empty"),
    Field("material", "随附资料和演示地址", "What comes along", is_list=True),
    Field("material[].name", "名称", "Name"),
    Field("material[].link", "网址；可能为空", "Link; may be empty"),
    Field("terms", "与该客户的特别约定，每条一句", "Terms of this customer alone", is_list=True),
    Field("chapters.service", "有服务承诺一章", "With the chapter on service", is_choice=True),
    Field("chapters.company", "有公司介绍一章", "With the chapter on us", is_choice=True),
    Field("chapters.steps", "有下一步一章", "With the chapter on next steps", is_choice=True),
    Field("selling", "推介语，每句的数字由程序计算", "Computed selling sentences", is_list=True),
)


def story_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """What is told of the offer, and which chapters are there."""
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
        "features": []
        if Chapter.FEATURES in story.left_out
        else [
            {
                "name": figures.text(one.name),
                "feature": figures.text(one.fabe.feature),
                "advantage": figures.text(one.fabe.advantage),
                "benefit": figures.text(one.fabe.benefit),
                "evidence": figures.text(one.fabe.evidence),
            }
            for one in story.told
        ],
        "selling": [] if Chapter.ANGLES in story.left_out else list(said),
        "chapters": {
            str(chapter): chapter not in story.left_out
            for chapter in (Chapter.SERVICE, Chapter.COMPANY, Chapter.STEPS)
        },
        **_reasons(story, figures),
    }


def _reasons(story: Story, figures: Figures) -> dict[str, FieldValue]:
    """The fields ``reasons``, ``examples``, ``material`` and ``terms``."""
    return {
        "reasons": [
            {
                "claim": figures.text(one.claim),
                "value": figures.text(one.value),
                "evidence": figures.text(one.evidence),
                "proof": figures.text(one.proof),
            }
            for one in story.reasons
        ],
        "examples": [
            {
                "title": figures.text(one.title),
                "customer": figures.text(one.customer),
                "text": figures.text(one.text),
                "figures": figures.text(one.figures),
            }
            for one in story.examples
        ],
        "material": [{"name": figures.text(one.name), "link": one.link} for one in story.material],
        "terms": list(story.terms),
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
