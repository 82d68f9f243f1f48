"""What the area of a customer is like, and how far he is as a prospect; internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.customers import Entry, Section

if TYPE_CHECKING:
    from app.services.customer_file import CustomerFile
    from app.ui.presenting.speaker import Speaker

_PARTS = ("income", "education", "habits", "notes")


def territory_sections(speaker: Speaker, file: CustomerFile) -> tuple[Section, ...]:
    """The next step with a customer, and his area; what nobody has said is left out."""
    translate, words, sales = speaker.translate, speaker.words, file.customer.sales
    sections = []
    if sales.prospect is not None or sales.next_step or sales.next_day is not None:
        far = words(f"customer_word.prospect.{sales.prospect}") if sales.prospect else ""
        when = " · ".join(filter(None, (str(sales.next_day or ""), far)))
        title = translate("Customers", "Next step (internal)")
        sections.append(Section(title, (Entry(sales.next_step or "–", when),)))
    territory = file.policy.market.territory(file.customer.area)
    if territory is not None:
        entries = tuple(
            Entry(words(f"market_field.territories_{part}"), getattr(territory, part))
            for part in _PARTS
            if getattr(territory, part)
        )
        title = translate("Customers", "Territory {area} (internal)")
        sections.append(Section(title.format(area=territory.area), entries))
    return tuple(section for section in sections if section.entries)
