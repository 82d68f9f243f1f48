"""From a new promotion in the draft of the rules to a published version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit

from app.ui.dialogs.pasted_dialog import PastedDialog
from app.ui.dialogs.publish_rules_dialog import PublishRulesDialog
from pricing.rule import QuantityTiers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.pages.catalogue.rules.rules_tab import RulesTab
    from app.ui.rule_session import RuleSession
    from app.ui.widgets.typed_form import TypedForm
    from pricing.rule import PriceRule


def rules_of(hand: Hand) -> RulesTab:
    """Go to the rules."""
    hand.shortcut(Qt.Key.Key_3)
    hand.window.catalogue.show_tab("rules")
    tab = hand.window.catalogue.rules
    settled(hand, tab)
    return tab


def settled(hand: Hand, tab: RulesTab) -> None:
    """Wait until findings and bench are those of the rules that are shown."""
    hand.wait_for(lambda: not tab.lint.working and not tab.bench.working, "findings and bench")
    hand.wait_idle()


def session_of(tab: RulesTab) -> RuleSession:
    """The rules that are shown."""
    assert tab.desk.session is not None
    return tab.desk.session


def chosen(tab: RulesTab) -> PriceRule:
    """The rule in the form."""
    rule = session_of(tab).rule(tab.table.current_key())
    assert rule is not None
    return rule


def enter(hand: Hand, form: TypedForm, name: str, text: str) -> QLineEdit:
    """Type into a field of the form; nothing more is needed."""
    field = form.editor(name)
    assert isinstance(field, QLineEdit)
    hand.replace(field, text)
    return field


def kept(hand: Hand, tab: RulesTab) -> None:
    """Wait until every edit is stored."""
    keeper = session_of(tab).keeper
    assert keeper is not None
    hand.wait_for(lambda: not keeper.pending, "edits to be stored")


def codes(tab: RulesTab) -> list[str]:
    """Codes of the findings about the rule in the form."""
    return [problem.code for problem in tab.lint.by_rule().get(tab.table.current_key(), [])]


def test_a_promotion_is_made_mended_tried_and_published(hand: Hand) -> None:
    """99 % off the telephone line reaches below cost; capped at 0.50 it does not."""
    tab = rules_of(hand)
    hand.click(tab.tools.new)
    assert chosen(tab).id == "P-NEW"
    tab.form.scope.pickers["charges"].search.chosen.emit("PSTN.RENT")
    assert chosen(tab).scope.charges == ("PSTN.RENT",)
    enter(hand, tab.form.deed, "percent", "99")
    settled(hand, tab)
    assert "lint.below_cost" in codes(tab)
    enter(hand, tab.form.standing, "cap", "0.50")
    assert chosen(tab).cap == 50
    settled(hand, tab)
    assert "lint.below_cost" not in codes(tab)
    assert tab.form.sentence.text() == ("凡固定电话 月租，优惠99%，每项每期最多0.50元。")
    tab.show_side("bench")
    tab.bench.quote.add("PSTN")
    settled(hand, tab)
    assert tab.bench.trial is not None
    change = tab.bench.trial.changes[0]
    assert (change.charge, change.difference) == ("PSTN.RENT", -50)
    enter(hand, tab.form.standing, "cap", "0.20")
    settled(hand, tab)
    assert tab.bench.trial.changes[0].difference == -20
    kept(hand, tab)
    hand.click(tab.bar.publish)
    dialog = hand.dialog(PublishRulesDialog)
    hand.wait_idle()
    assert dialog.outcome.text().startswith("5 份未结束的报价中")
    hand.replace(dialog.version, "winter")
    hand.click(dialog.agree)
    workspace = hand.window.workspace
    assert workspace is not None
    hand.wait_for(lambda: workspace.rules.pricing.rules.version == "winter", "the rules")
    hand.wait_idle()
    assert not tab.desk.is_draft
    assert session_of(tab).rule("P-NEW") is not None


def test_a_draft_of_rules_survives_the_window_and_undo_reaches_back(
    open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """Letters typed into one field are one edit."""
    hand = open_window(profile)
    tab = rules_of(hand)
    tab.show_rule("P-MAIL-Q4")
    enter(hand, tab.form.deed, "percent", "12.5")
    enter(hand, tab.form.standing, "group", "winter")
    assert session_of(tab).edits == 2
    kept(hand, tab)
    hand.window.close()
    again = rules_of(open_window(profile))
    again.show_rule("P-MAIL-Q4")
    assert (chosen(again).group, again.desk.is_draft) == ("winter", True)
    again.undo()
    assert chosen(again).group == "season"
    again.undo()
    assert session_of(again).content == session_of(again).base
    again.redo()
    assert str(chosen(again).alteration.percent) == "12.5"  # type: ignore[union-attr] # a percentage


def test_a_field_says_why_while_it_is_typed(hand: Hand) -> None:
    """What has no reading is not taken; what makes no sense is, and forbids publishing."""
    tab = rules_of(hand)
    tab.show_rule("P-MAIL-Q4")
    field = enter(hand, tab.form.deed, "percent", "1x")
    assert field.property("invalid")
    assert not tab.desk.is_draft or session_of(tab).edits == 1
    enter(hand, tab.form.deed, "percent", "120")
    assert field.property("invalid")
    assert codes(tab) == ["rule.percent_out_of_range"]
    hand.click(tab.bar.publish)
    dialog = hand.dialog(PublishRulesDialog)
    hand.wait_idle()
    assert not dialog.agree.isEnabled()
    dialog.reject()


def test_tiers_are_pasted_from_a_spreadsheet(hand: Hand) -> None:
    """A block of two columns; a wrong one is told with its row and not taken."""
    tab = rules_of(hand)
    tab.show_rule("V-MSTP10")
    rows = tab.form.tables["tiers"].rows
    rows.setCurrentCell(0, 0)
    rows.setFocus()
    QGuiApplication.clipboard().setText("1\t0\n30\t6%\n60\t12\n")
    hand.shortcut(Qt.Key.Key_V)
    alteration = chosen(tab).alteration
    assert isinstance(alteration, QuantityTiers)
    assert [tier.least for tier in alteration.tiers] == [1, 30, 60]
    before = session_of(tab).content
    rows.setCurrentCell(1, 1)
    rows.paste("six\n")
    assert session_of(tab).content is before


def test_rules_are_copied_moved_removed_and_exchanged(hand: Hand, tmp_path: Path) -> None:
    """Each is one step of undo; a file with mistakes brings nothing."""
    tab = rules_of(hand)
    tab.show_rule("P-OA-NEW")
    hand.click(tab.tools.buttons["copy"])
    assert tab.table.current_key() == "P-OA-NEW-2"
    hand.click(tab.tools.buttons["arrow-up"])
    assert chosen(tab).priority == 1
    tab.desk.export(str(tmp_path / "rules.toml"))
    exported = session_of(tab).content
    hand.click(tab.tools.buttons["trash-2"])
    assert session_of(tab).rule("P-OA-NEW-2") is None
    tab.desk.bring(str(tmp_path / "rules.toml"))
    assert session_of(tab).content == exported
    assert session_of(tab).edits == 4
    (tmp_path / "bad.toml").write_text('version = "1"\n[[rule]]\nid = "A"\n', "utf-8")
    tab.desk.bring(str(tmp_path / "bad.toml"))
    hand.dialog(PastedDialog).accept()
    assert session_of(tab).content == exported
    for _ in range(4):
        tab.undo()
    assert session_of(tab).content == session_of(tab).base


def test_a_word_narrows_the_list_and_a_finding_leads_to_its_rule(hand: Hand) -> None:
    """The search field of the page is that of the rules while they are in front."""
    tab = rules_of(hand)
    hand.enter("邮箱", hand.window.catalogue.head.search)
    assert tab.table.model().rowCount() == 1
    hand.window.catalogue.head.search.clear()
    assert tab.table.model().rowCount() == 4
    tab.lint.list.opened.emit("1")
    assert tab.table.current_key() == "V-MSTP10"


def test_codes_are_tried_on_the_bench(hand: Hand) -> None:
    """A code that no rule knows is told at once; it changes nothing."""
    tab = rules_of(hand)
    tab.show_side("bench")
    tab.bench.quote.add("PSTN")
    hand.enter("autumn, XYZ", tab.bench.quote.codes)
    settled(hand, tab)
    assert tab.bench.trial is not None
    told = [problem.parameters["code"] for problem in tab.bench.trial.new.problems]
    assert told == ["autumn", "XYZ"]
    assert tab.bench.trial.changes == ()
    titles = [label.text() for label in tab.bench.findChildren(QLabel)]
    assert "没有作用的优惠码" in titles
    hand.replace(tab.bench.quote.codes, ",")
    settled(hand, tab)
    assert tab.bench.trial.new.problems == ()


def test_customers_are_picked_by_name_and_told_by_name(hand: Hand) -> None:
    """The kindergarten of the sample; its chip takes it out again."""
    tab = rules_of(hand)
    tab.show_rule("P-MAIL-Q4")
    picker = tab.form.scope.customers
    picker.search.setFocus()
    hand.enter("幼苗", picker.search)
    hand.wait_for(lambda: picker.search.popup_visible, "customers")
    hand.press(Qt.Key.Key_Return)
    settled(hand, tab)
    assert chosen(tab).when.customers == ("C0001",)
    chip = hand.button("移除幼苗幼儿园", picker)
    assert "幼苗幼儿园" in chip.text()
    hand.click(chip)
    settled(hand, tab)
    assert chosen(tab).when.customers == ()
    hand.shortcut(Qt.Key.Key_Z)
    assert chosen(tab).when.customers == ("C0001",)


def test_the_head_counts_what_is_listed(hand: Hand) -> None:
    """Rules while rules are in front, and lines of the catalogue again afterwards."""
    page = hand.window.catalogue
    tab = rules_of(hand)
    listed = len(session_of(tab).content.rules)
    assert str(listed) in hand.texts(page.head)
    hand.enter("mstp", page.head.search)
    settled(hand, tab)
    assert "1" in hand.texts(page.head)
    page.head.search.clear()
    page.show_tab("offerings")
    hand.wait_idle()
    assert str(page.table.model().rowCount()) in hand.texts(page.head)


def just_opened(hand: Hand) -> PublishRulesDialog:
    """The dialog at once: in the time that a user needs to see it, the check may be known."""
    dialogs = hand.window.findChildren(PublishRulesDialog)
    (dialog,) = (one for one in dialogs if one.isVisible())
    return dialog


def test_publishing_waits_for_the_check_and_giving_up_stops_it(hand: Hand) -> None:
    """Nothing can be published before it is known; a dialog that is gone leaves no work behind."""
    tab = rules_of(hand)
    tab.show_rule("P-MAIL-Q4")
    enter(hand, tab.form.deed, "percent", "15")
    settled(hand, tab)
    tab.bar.publish_wanted.emit()
    dialog = just_opened(hand)
    assert not dialog.check.is_known
    assert not dialog.agree.isEnabled()
    assert dialog.check.bar.isVisible()
    hand.wait_for(lambda: dialog.check.is_known, "the check")
    assert dialog.agree.isEnabled()
    assert not dialog.check.bar.isVisible()
    dialog.reject()
    tab.bar.publish_wanted.emit()
    again = just_opened(hand)
    again.reject()
    known = again.check.is_known
    hand.wait_idle()
    assert not known
