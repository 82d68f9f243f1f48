"""What each kind of edit is called in the undo menu; the log keeps the identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker


def edit_label(speaker: Speaker, label: str) -> str:
    """The name of an edit for people; an unknown one is called "Change"."""
    known = _of_quote(speaker) | _of_catalogue(speaker)
    return known.get(label) or speaker.translate("Edits", "Change")


def _of_quote(speaker: Speaker) -> dict[str, str]:
    translate = speaker.translate
    return {
        "title": translate("Edits", "Change title"),
        "term": translate("Edits", "Change term"),
        "price_date": translate("Edits", "Change price date"),
        "valid_until": translate("Edits", "Change validity"),
        "activation": translate("Edits", "Change activation"),
        "codes": translate("Edits", "Change promotion codes"),
        "settled": translate("Edits", "Keep the state of this window"),
        "language": translate("Edits", "Change language of papers"),
        "tender": translate("Edits", "Change tender"),
        "needs": translate("Edits", "Change needs"),
        "notes": translate("Edits", "Change notes"),
        "copies": translate("Edits", "Change copies"),
        "like_for_like": translate("Edits", "Change comparison"),
        "condition": translate("Edits", "Change conditions"),
        "item.add": translate("Edits", "Add item"),
        "item.paste": translate("Edits", "Paste items"),
        "item.several": translate("Edits", "Change several items"),
        "item.site": translate("Edits", "Change site"),
        "item.bill_to": translate("Edits", "Change paying account"),
        "item.place": translate("Edits", "Change site and paying account"),
        "section": translate("Edits", "Change section"),
        "item.remove": translate("Edits", "Remove item"),
        "item.move": translate("Edits", "Move item"),
        "item.quantity": translate("Edits", "Change quantity"),
        "quote.discount": translate("Edits", "Change discount on the whole quote"),
        "item.discount": translate("Edits", "Change discount"),
        "item.price": translate("Edits", "Set price"),
        "item.free_months": translate("Edits", "Change free months"),
        "item.reduced_months": translate("Edits", "Change reduced months"),
        "item.ramp": translate("Edits", "Change yearly change"),
        "item.waive": translate("Edits", "Waive charges"),
        "item.gift": translate("Edits", "Give away"),
        "item.optional": translate("Edits", "Make optional or firm"),
        "item.characteristics": translate("Edits", "Change characteristics"),
        "item.choices": translate("Edits", "Choose options"),
        "item.dissolve": translate("Edits", "Turn bundle into items"),
        "item.charges": translate("Edits", "Change charges"),
        "channel": translate("Edits", "Change sales channel"),
        "clauses": translate("Edits", "Change contract clauses"),
        "industry": translate("Edits", "Take over an industry template"),
        "telling": translate("Edits", "Change what the proposal tells"),
        "payment": translate("Edits", "Change the time for paying"),
        "catalog_version": translate("Edits", "Reprice on another catalogue version"),
        "plan.take": translate("Edits", "Take another plan"),
        "offer.take": translate("Edits", "Take the best offer"),
        "option.add": translate("Edits", "Add an option"),
        "option.recommend": translate("Edits", "Recommend another option"),
        "option.remove": translate("Edits", "Take an option out"),
        "option.term": translate("Edits", "Commitment of an option"),
        "option.make": translate("Edits", "Make an option"),
        "scenario.add": translate("Edits", "Keep a scenario"),
        "scenario.change": translate("Edits", "Change a scenario"),
        "scenario.remove": translate("Edits", "Delete a scenario"),
        "position": translate("Edits", "Change the competitive position"),
        "scenario.take": translate("Edits", "Use a scenario"),
        "authority.back": translate("Edits", "Back within own authority"),
        "cure": translate("Edits", "Apply suggestion"),
    }


def _of_catalogue(speaker: Speaker) -> dict[str, str]:
    translate = speaker.translate
    return {
        "bundle.new": translate("Edits", "New bundle"),
        "bundle.copy": translate("Edits", "Duplicate bundle"),
        "bundle.withdraw": translate("Edits", "Withdraw bundle or sell it again"),
        "bundle.field": translate("Edits", "Particulars of a bundle"),
        "bundle.part": translate("Edits", "Content of a bundle"),
        "bundle.add": translate("Edits", "Add to a bundle"),
        "bundle.remove": translate("Edits", "Take out of a bundle"),
        "bundle.move": translate("Edits", "Order in a bundle"),
        "bundle.price": translate("Edits", "Price of a bundle"),
        "charge.field": translate("Edits", "Change charge"),
        "charge.duplicate": translate("Edits", "Add charge"),
        "charge.remove": translate("Edits", "Remove charge"),
        "charge.records": translate("Edits", "Change conditional prices"),
        "offering.characteristics": translate("Edits", "Change characteristics"),
        "offering.field": translate("Edits", "Change offering"),
        "offering.leaflet": translate("Edits", "Attach or remove a leaflet"),
        "offering.duplicate": translate("Edits", "Duplicate offering"),
        "offering.withdraw": translate("Edits", "Withdraw or sell again"),
        "paste": translate("Edits", "Paste rows"),
        "rule.add": translate("Edits", "Add rule"),
        "rule.duplicate": translate("Edits", "Duplicate rule"),
        "rule.field": translate("Edits", "Change rule"),
        "rule.remove": translate("Edits", "Remove rule"),
        "rule.move": translate("Edits", "Change order of rules"),
        "rule.choice": translate("Edits", "Change choice among promotions"),
        "rule.import": translate("Edits", "Read rules from a file"),
        "authority.limits": translate("Edits", "Change limits"),
        "authority.roles": translate("Edits", "Change levels and functions"),
        "authority.flags": translate("Edits", "Change circumstances"),
        "authority.people": translate("Edits", "Change people"),
        "authority.absences": translate("Edits", "Change absences"),
        "authority.rules": translate("Edits", "Change what counts together"),
        "authority.import": translate("Edits", "Read limits and people from a file"),
    }
