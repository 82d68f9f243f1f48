"""From an empty bundle in the draft to a published one that is quoted at the price designed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from app.ui.dialogs.publish_dialog import PublishDialog
from app.ui.pages.catalogue.bundle_builder.bundle_head import PARTICULARS, PREVIEW
from app.ui.pages.catalogue.bundle_builder.part_dialog import PartDialog
from catalog.bundle import PricingForm
from pricing.bundle_solving import Goal
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.pages.catalogue.bundle_builder.builder_tab import BundleBuilder
    from catalog.bundle import BundledOffering

QUANTITY, MOST, DEFAULT = 1, 6, 7
NEW = "B-NEW-2"


def open_builder(hand: Hand) -> BundleBuilder:
    """Go to the catalogue, begin its draft, and go to the builder."""
    hand.shortcut(Qt.Key.Key_3)
    page = hand.window.catalogue
    hand.click(page.edit)
    hand.wait_for(lambda: page.desk.session is not None, "the draft")
    page.show_tab("bundles")
    hand.wait_idle()
    return page.bundles.builder


def bundle_of(builder: BundleBuilder) -> BundledOffering:
    """The chosen bundle as the draft has it."""
    bundle = builder.bundle
    assert bundle is not None
    return bundle


def put_in(hand: Hand, builder: BundleBuilder, typed: str, list_: str = "components") -> None:
    """Find a charge by its code and add it to a list of the bundle."""
    target = builder.composer.target
    target.setCurrentIndex(target.findData(list_))
    hand.enter(typed, builder.composer.search)
    hand.wait_idle()
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()


def set_price(hand: Hand, builder: BundleBuilder, price: str) -> None:
    """Type a price and accept it."""
    hand.replace(builder.head.price, price)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()


def choose_form(builder: BundleBuilder, form: PricingForm) -> None:
    """Take another form from the list of forms."""
    forms = builder.head.form
    forms.setCurrentIndex(forms.findData(form.value))
    forms.activated.emit(forms.currentIndex())


def test_a_bundle_is_composed_priced_at_its_band_published_and_quoted(hand: Hand) -> None:
    """Two lines (guided, 25.00) and 2M broadband (200.00): 250.00; the band keeps 42.50 of 50.00.

    Lines are a fifth. At 212.48 they have 42.496 and the broadband 169.984, so the fen left over
    is theirs: 42.50. At 212.47 (42.494 and 169.976) the broadband takes it.
    """
    builder = open_builder(hand)
    hand.click(builder.head.new)
    put_in(hand, builder, "PSTN.RENT")
    put_in(hand, builder, "ADSL2.RENT")
    hand.edit_cell(builder.composer.tree, "components/0", QUANTITY, "2")
    assert [(part.charge, part.quantity) for part in bundle_of(builder).components] == [
        ("PSTN.RENT", 2),
        ("ADSL2.RENT", 1),
    ]
    set_price(hand, builder, "180")
    assert builder.figures.price.text() == "¥180.00"
    assert builder.figures.saving.text() == "目录价合计 ¥250.00 · 优惠 ¥70.00（28%）"
    assert "备案号" in builder.figures.findings.text()
    builder.figures.solve_now()
    hand.click(builder.figures.solutions.buttons[Goal.BAND])
    price = bundle_of(builder).price
    assert price == Decimal("212.48")
    assert builder.figures.findings.text() == ""
    assert builder.figures.figures is not None
    assert builder.figures.figures.keeps_band
    page = hand.window.catalogue
    hand.click(page.bar.publish)
    dialog = hand.dialog(PublishDialog)
    hand.wait_idle()
    hand.replace(dialog.version, "with-a-new-bundle")
    hand.click(dialog.agree)
    hand.wait_for(lambda: page.desk.session is None, "the version")
    hand.wait_idle()
    session = begin_quote(hand)
    add(hand, NEW)
    (item,) = session.worked.revision.priced.items
    assert item.offering == NEW
    assert Decimal(item.monthly.net_amount) == price * 100
    assert not any(charge.below_band for charge in item.charges)


def test_what_is_done_in_the_builder_is_undone_with_the_draft(hand: Hand) -> None:
    """Move by keyboard, take out, undo twice: the bundle is as published."""
    builder = open_builder(hand)
    builder.show_code("B02")
    before = bundle_of(builder)
    tree = builder.composer.tree
    tree.setFocus()
    assert tree.set_current("components/0", QUANTITY)
    hand.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [part.charge for part in bundle_of(builder).components][:2] == ["PSTN.CLIP", "PSTN.RENT"]
    assert tree.current_key() == "components/1"
    hand.press(Qt.Key.Key_Delete)
    assert len(bundle_of(builder).components) == len(before.components) - 1
    page = hand.window.catalogue
    page.undo()
    page.undo()
    assert bundle_of(builder) == before


def test_typing_shows_its_figures_before_it_is_accepted_and_escape_takes_them_back(
    hand: Hand,
) -> None:
    """Nine lines instead of five: 25.00 more for each."""
    builder = open_builder(hand)
    builder.show_code("B02")
    tree = builder.composer.tree
    tree.setFocus()
    assert tree.set_current("components/0", QUANTITY, edit=True)
    hand.enter("9")
    assert "¥2,325.00" in builder.figures.saving.text()
    hand.press(Qt.Key.Key_Escape)
    assert "¥2,225.00" in builder.figures.saving.text()
    assert hand.window.catalogue.desk.session is not None
    assert hand.window.catalogue.desk.session.edits == 0


def test_the_other_forms_copies_and_withdrawing(hand: Hand) -> None:
    """A copy with a percentage off takes the largest that keeps the band, then goes again."""
    builder = open_builder(hand)
    builder.show_code("B02")
    hand.click(builder.head.copy)
    assert bundle_of(builder).code == "B02-2"
    head = builder.head
    choose_form(builder, PricingForm.PERCENT_OFF)
    assert (bundle_of(builder).form, bundle_of(builder).price) == (
        PricingForm.PERCENT_OFF,
        Decimal(0),
    )
    builder.figures.solve_now()
    hand.click(builder.figures.solutions.buttons[Goal.BAND])
    assert bundle_of(builder).percent == 15
    hand.click(head.withdraw)
    draft = hand.window.catalogue.desk.session
    assert draft is not None
    assert draft.catalog.bundle("B02-2") is None
    builder.show_code("B02")
    hand.click(head.withdraw)
    assert bundle_of(builder).valid.is_before(hand.window.around.clock().date())


def test_particulars_are_checked_while_they_are_typed_and_the_quote_shows_its_steps(
    hand: Hand,
) -> None:
    """A filing number, a day that is none, and the shares as the engine writes them."""
    builder = open_builder(hand)
    builder.show_code("B04")
    builder.head.part_chosen.emit(PARTICULARS)
    filing, last = builder.form.editor("filing_number"), builder.form.editor("last")
    assert isinstance(filing, QLineEdit)
    assert isinstance(last, QLineEdit)
    hand.replace(filing, "SAMPLE-1")
    hand.press(Qt.Key.Key_Return)
    assert bundle_of(builder).filing_number == "SAMPLE-1"
    hand.replace(last, "2027-02-30")
    hand.press(Qt.Key.Key_Return)
    assert bundle_of(builder).valid.last is not None
    assert any("2027-02-30" in text for text in hand.texts(builder.form))
    builder.head.part_chosen.emit(PREVIEW)
    hand.wait_idle()
    assert "¥698.00" in builder.quoted.sum.text()


def test_an_option_group_is_named_filled_and_chosen_from(hand: Hand) -> None:
    """A group of two speeds, the first one usual; its name is typed in a dialog."""
    builder = open_builder(hand)
    hand.click(builder.head.new)
    choose_form(builder, PricingForm.SUM)
    hand.click(builder.composer.group)
    put_in(hand, builder, "ADSL1.RENT", "groups/0/members")
    put_in(hand, builder, "ADSL2.RENT", "groups/0/members")
    hand.edit_cell(builder.composer.tree, "groups/0/members/0", DEFAULT, "1")
    hand.edit_cell(builder.composer.tree, "groups/0", MOST, "1")
    tree = builder.composer.tree
    tree.setFocus()
    assert tree.set_current("groups/0", 0)
    hand.press(Qt.Key.Key_Return)
    dialog = hand.dialog(PartDialog)
    hand.replace(dialog.fields["name_zh"], "上网速率")
    hand.click(dialog.agree)
    (group,) = bundle_of(builder).groups
    assert (group.name.zh, group.most) == ("上网速率", 1)
    assert [member.default for member in group.members] == [1, 0]
    assert builder.figures.price.text() == "¥138.00"


def test_marked_items_of_a_quote_become_a_bundle_of_the_draft(hand: Hand) -> None:
    """A line and broadband are marked; the draft begins, and the builder shows what they hold."""
    begin_quote(hand)
    for code in ("PSTN", "LAN10", "GMAIL"):
        add(hand, code)
    panel = hand.window.desk.studio.items
    session = hand.window.desk.session
    assert session is not None
    first, second, _ = session.quote.items
    panel.tree.collapseAll()
    panel.tree.set_current(first.id)
    panel.tree.setFocus()
    hand.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.tree.selected_keys() == (first.id, second.id)
    hand.click(panel.more)
    (menu,) = (one for one in hand.window.findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if one.text() == "把这 2 项做成套餐")
    action.trigger()
    menu.close()
    page = hand.window.catalogue
    hand.wait_for(lambda: page.desk.session is not None, "the draft")
    hand.wait_idle()
    bundle = bundle_of(page.bundles.builder)
    held = [part.charge for part in bundle.components]
    held += [part.charge for part in bundle.one_time]
    wanted = [charge.code for item in (first, second) for charge in item.charges]
    assert sorted(held) == sorted(wanted)
    assert bundle.term == session.quote.term
    assert page.bundles.builder.isVisible()
    page.undo()
    assert page.desk.session is not None
    assert page.desk.session.content == page.desk.session.base
