"""What can be found besides records: views of lists, settings, pages of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.services.manual import find_in_manual, read_manual
from app.settings import setting_fields
from app.ui.palette.ranking import Sort, has_words, key_of
from app.ui.presenting.setting_words import choice_words, group_words
from app.ui.widgets.search_hits import SearchHit

if TYPE_CHECKING:
    from app.services.list_choices import ListChoices
    from app.services.manual import ManualPage
    from app.ui.presenting.speaker import Speaker

IN_LIST = "/"
"""Between the name of a list and the identifier of one of its views."""


class KnownHit(NamedTuple):
    """A hit with everything that it is found by."""

    hit: SearchHit
    found_by: tuple[str, ...]

    def has(self, text: str) -> bool:
        """Whether every word typed is there, or the first letters of their pinyin."""
        return has_words(text, *self.found_by)


def view_hits(speaker: Speaker, choices: ListChoices) -> tuple[KnownHit, ...]:
    """Views of every list, those of the user first."""
    from app.ui.presenting.list_views import built_in_views  # pages that are not built yet

    translate = speaker.translate
    lists = {
        "quotes": translate("MainWindow", "Quotes"),
        "customers": translate("MainWindow", "Customers"),
        "catalogue": translate("MainWindow", "Catalogue"),
        "approvals": translate("MainWindow", "Approvals"),
        "templates": translate("MainWindow", "Templates"),
    }
    told = translate("Palette", "View of {list}")
    built_in = built_in_views(speaker)
    return tuple(
        KnownHit(
            SearchHit(
                key_of(Sort.VIEW, f"{name}{IN_LIST}{view.id}"),
                view.name,
                detail=told.format(list=title),
                icon="bookmark",
            ),
            (view.name, title, "view"),
        )
        for name, title in lists.items()
        for view in (*choices.views.get(name, ()), *built_in[name])
    )


def setting_hits(speaker: Speaker) -> tuple[KnownHit, ...]:
    """Every setting, under its group."""
    groups, choices = group_words(speaker), choice_words(speaker)
    told = speaker.translate("Palette", "Setting · {group}")
    return tuple(
        KnownHit(
            SearchHit(
                key_of(Sort.SETTING, f"{field.group}{IN_LIST}{field.name}"),
                speaker.name(field.title),
                detail=told.format(group=groups[field.group]),
                icon="settings",
            ),
            (
                speaker.name(field.title),
                speaker.name(field.help),
                field.name,
                *(text for (name, _), text in choices.items() if name == field.name),
            ),
        )
        for field in setting_fields()
        if field.group in groups
    )


class ManualHits:
    """Finds pages of the manual; they are read when the first one is looked for."""

    def __init__(self, speaker: Speaker) -> None:
        """Speak a language."""
        self._speaker = speaker
        self._pages: tuple[ManualPage, ...] = ()

    def find(self, text: str) -> tuple[SearchHit, ...]:
        """Pages with every word typed, each with a line that has them."""
        if not self._pages:
            self._pages = read_manual(self._speaker.figures.language)
        told = self._speaker.translate("Palette", "Manual")
        passages = find_in_manual(self._pages, text)
        return tuple(
            SearchHit(
                key_of(Sort.MANUAL, passage.page.id),
                passage.page.title,
                detail=" · ".join(part for part in (told, passage.line) if part),
                icon="book-open",
            )
            for passage in passages
        )
