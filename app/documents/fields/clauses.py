"""Fields of the clauses chosen from the library, and of references to articles by their number.

Numbers are Word's: clauses stand in the template's own numbered paragraphs, and a reference is a
mark that filling replaces by a REF field (``app.documents.references``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.documents.kind import Field
from app.documents.references import article_mark, number_of, reference_to
from app.quoting.clause import ARTICLES

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.quoting.revision import CustomerRevision
    from app.translation import Words
    from catalog.local_text import LocalText

REFERRED: Final = ("parties", "quantity", *ARTICLES, "closing")
"""Articles that a text may refer to; their headings carry bookmarks of these names."""
_SEE: Final = re.compile(r"\{see:([a-z0-9_]+)\}")

CLAUSE_GUIDE = (
    *(
        Field(
            f"added.{name}",
            f"条款库中加入“{name}”一条的条款",
            f"Clauses added to {name}",
            is_list=True,
        )
        for name in ARTICLES
    ),
    *(Field(f"added.{name}[].text", "条款内容", "Text") for name in ARTICLES),
    Field("articles", "条款库中自成一条的条款", "Clauses with articles of their own", is_list=True),
    Field("articles[].title", "标题", "Heading"),
    Field("articles[].clauses", "各款", "Paragraphs", is_list=True),
    Field("articles[].clauses[].text", "内容", "Text"),
    *(
        Field(f"see.{name}", f"“{name}”一条的编号，如：第五条", f"Article {name}, as Article 5")
        for name in REFERRED
    ),
    *(
        Field(f"number.{name}", f"“{name}”一条的编号，只有数字", f"Number of article {name} alone")
        for name in REFERRED
    ),
)


def clause_fields(revision: CustomerRevision, words: Words) -> dict[str, FieldValue]:
    """The fields ``added``, ``articles``, ``see`` and ``number``."""

    def spoken(texts: tuple[LocalText, ...]) -> list[FieldValue]:
        return [
            {"text": _SEE.sub(lambda name: reference_to(name[1]), text.spoken(words.language))}
            for text in texts
        ]

    return {
        "added": {
            name: [
                paragraph
                for clause in revision.clauses
                if clause.article == name
                for paragraph in spoken(clause.texts)
            ]
            for name in ARTICLES
        },
        "articles": [
            {
                "title": article_mark(clause.id) + clause.title.spoken(words.language),
                "clauses": spoken(clause.texts),
            }
            for clause in revision.clauses
            if not clause.article
        ],
        "see": {name: reference_to(name) for name in REFERRED},
        "number": {name: number_of(name) for name in REFERRED},
    }
