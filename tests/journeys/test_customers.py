"""A customer's file is kept in the window: typed, pasted, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.quoting.customer import Account, Customer, DecisionLevel, Relationship
from app.quoting.customer_profile import ProfileField
from app.quoting.customer_sheets import SheetName
from app.ui.dialogs.briefing_desk import BriefingDesk
from app.ui.dialogs.customers_import_dialog import CustomersImportDialog
from app.ui.dialogs.duplicates_dialog import DuplicatesDialog
from app.ui.dialogs.issue_dialog import IssueDialog
from app.ui.dialogs.merge_dialog import MergeDialog
from app.ui.offers.question_dialog import QuestionDialog
from pricing.bills import Bills
from tests.journeys.steps import add, session_of
from tests.journeys.test_bills import workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.library.customers_view import CustomersView

KINDERGARTEN = "幼苗幼儿园"


def open_customer(hand: Hand, name: str = KINDERGARTEN) -> CustomersView:
    """Go to a customer of the sample data."""
    hand.shortcut(Qt.Key.Key_2)
    view = hand.window.customers
    (row,) = workspace_of(hand).customers.search(name)
    view.show_customer(row.id)
    hand.wait_idle()
    hand.wait_for(lambda: view.table.current_key() == row.id, "the customer")
    hand.wait_idle()
    return view


def stored(hand: Hand, view: CustomersView) -> Customer:
    """The customer in sight as stored."""
    hand.wait_idle()
    return workspace_of(hand).customers.load(view.table.current_key())[0]


def test_a_fact_is_stored_when_it_is_entered_and_taken_back(hand: Hand) -> None:
    """Typed, Enter, stored; Ctrl+Z takes it back, Ctrl+Y does it again."""
    view = open_customer(hand)
    hand.click(hand.button("客户资料 资料"))
    field = view.detail.profile.form.editor("representative")
    assert isinstance(field, QLineEdit)
    hand.replace(field, "王建国")
    hand.press(Qt.Key.Key_Return)
    assert stored(hand, view).representative == "王建国"
    view.table.setFocus()
    hand.shortcut(Qt.Key.Key_Z)
    assert stored(hand, view).representative == ""
    assert field.text() == ""
    hand.shortcut(Qt.Key.Key_Y)
    assert stored(hand, view).representative == "王建国"
    assert not view.detail.redo.isEnabled()


def test_every_tab_shows_who_is_chosen(hand: Hand) -> None:
    """Tabs out of sight are filled when they are opened; the one in sight stays in sight."""
    view = open_customer(hand)
    view.detail.show_tab(SheetName.CONTACTS)
    rows = view.detail.lists[SheetName.CONTACTS].rows
    view = open_customer(hand, "海景大酒店")
    hotel = stored(hand, view)
    assert [row[0] for row in rows.rows()] == [contact.name for contact in hotel.contacts]
    view.detail.show_tab("overview")
    assert hotel.contacts[0].name in hand.texts(view.detail.overview)
    view.detail.show_tab("profile")
    field = view.detail.profile.form.editor("name")
    assert isinstance(field, QLineEdit)
    assert field.text() == hotel.name
    view.detail.show_tab(SheetName.ACCOUNTS)
    numbers = [row[0] for row in view.detail.lists[SheetName.ACCOUNTS].rows.rows()]
    assert numbers == [account.number for account in hotel.accounts]


def test_a_wrong_amount_is_told_under_its_field(hand: Hand) -> None:
    """Nothing of it is stored."""
    view = open_customer(hand)
    view.detail.show_tab("profile")
    field = view.detail.profile.form.editor("arrears")
    assert isinstance(field, QLineEdit)
    hand.replace(field, "12.345")
    hand.press(Qt.Key.Key_Return)
    assert any("12.345" in text for text in hand.texts(view.detail.profile))
    assert stored(hand, view).arrears == 0


def test_contacts_are_pasted_from_a_spreadsheet(hand: Hand) -> None:
    """With headings, in words; the warning about the level goes, undo brings it back."""
    view = open_customer(hand)
    before = stored(hand, view).contacts
    view.detail.show_tab(SheetName.CONTACTS)
    editor = view.detail.lists[SheetName.CONTACTS]
    QGuiApplication.clipboard().setText(
        "姓名\t职务\t角色\t电话\t邮箱\t性格(内部)\t决策层级\t关系\n"
        "赵园长\t园长\t决策\t139\t\t说服型\t总经理\t牢固\n"
        "钱副园长\t\t影响\t\t\t\t副总\t认识\n"
    )
    editor.begin()
    hand.click(editor.paste)
    contacts = stored(hand, view).contacts
    assert contacts[: len(before)] == before
    new = contacts[len(before) :]
    assert [one.level for one in new] == [DecisionLevel.GENERAL_MANAGER, DecisionLevel.DEPUTY]
    assert [one.relationship for one in new] == [Relationship.STRONG, Relationship.KNOWN]
    assert new[0].personality == "persuader"
    view.detail.show_tab("overview")
    told = " ".join(hand.texts(view.detail.overview))
    assert "没有认识的人：部门负责人、经办员工" in told
    hand.click(view.detail.undo)
    assert stored(hand, view).contacts == before
    view.detail.show_tab(SheetName.CONTACTS)
    assert editor.rows.rows()[0][0] == before[0].name
    assert len(editor.rows.rows()) == len(before)


def test_a_finding_leads_to_where_it_is_mended(hand: Hand) -> None:
    """From what is missing to its tab, with the keyboard in an empty row."""
    view = open_customer(hand)
    review = view.detail.overview.review
    hand.click(hand.button("去填：联系人", review))
    assert view.detail.tabs.current == SheetName.CONTACTS
    rows = view.detail.lists[SheetName.CONTACTS].rows
    assert rows.currentRow() == rows.rowCount() - 1


def test_a_headquarters_is_chosen_by_its_name(hand: Hand) -> None:
    """And lists the branch; the branch cannot become its headquarters."""
    view = open_customer(hand)
    view.detail.show_tab("profile")
    field = view.detail.profile.form.editor("parent")
    assert isinstance(field, QLineEdit)
    hand.replace(field, "海景大酒店")
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert field.text() == "海景大酒店"
    view = open_customer(hand, "海景大酒店")
    view.detail.show_tab("overview")
    assert KINDERGARTEN in hand.texts(view.detail.overview)
    view.detail.show_tab("profile")
    hand.replace(field, KINDERGARTEN)
    hand.press(Qt.Key.Key_Return)
    assert stored(hand, view).parent == ""


def test_a_duplicate_is_found_compared_and_merged_and_parted_again(hand: Hand) -> None:
    """Its account comes with a reason, its quote follows; Ctrl+Z is one step back."""
    workspace = workspace_of(hand)
    view = open_customer(hand)
    kept = stored(hand, view)
    other = Customer(
        "twin",
        f"{KINDERGARTEN}有限公司",
        "SMB",
        representative="王芳",
        accounts=(Account("9", "王芳"),),
    )
    workspace.customers.save(other, Bills(), now=hand.window.around.clock())
    quote = workspace.quotes.of_customer(kept.id)[0]
    hand.window.actions_by_id["duplicates"].trigger()
    listed = hand.dialog(DuplicatesDialog)
    hand.wait_idle()
    assert listed.table.model().rowCount() == 1
    first = listed.table.current_key().split()[0]
    hand.click(listed.agree if first == kept.id else listed.turned)
    dialog = hand.dialog(MergeDialog)
    assert ProfileField.REPRESENTATIVE in dialog.chosen()
    hand.click(dialog.agree)
    hand.wait_idle()
    assert any("归并理由" in text for text in hand.texts(dialog))
    hand.replace(dialog.reason, "举办者")
    hand.click(dialog.agree)
    hand.wait_for(lambda: workspace.customers.load("twin")[0].id == kept.id, "the merge")
    hand.wait_idle()
    assert listed.table.model().rowCount() == 0
    listed.reject()
    after = stored(hand, view)
    assert (after.id, after.representative) == (kept.id, "王芳")
    assert Account("9", "王芳", "举办者") in after.accounts
    assert [row.id for row in workspace.quotes.of_customer(kept.id)] == [quote.id]
    hand.click(view.detail.undo)
    assert stored(hand, view) == kept
    assert workspace.customers.load("twin")[0] == other


def test_customers_are_exported_changed_and_imported(hand: Hand, tmp_path: Path) -> None:
    """A fault keeps the button shut; the mended file changes one customer, and undo reaches it."""
    view = open_customer(hand)
    imports, file = hand.window.imports, tmp_path / "out.csv"
    imports.export_customers(file, KINDERGARTEN)
    hand.wait_idle()
    text = file.read_text(encoding="utf-8-sig")
    rows = text.splitlines()
    assert len(rows) == 2
    cells = rows[1].split(",")
    arrears, person = rows[0].split(",").index("欠费（元）"), rows[0].split(",").index("法定代表人")
    cells[arrears], cells[person] = "x", "王建国"
    file.write_text("\n".join((rows[0], ",".join(cells))), encoding="utf-8")
    imports.import_customers([file])
    dialog = hand.dialog(CustomersImportDialog)
    hand.wait_for(dialog.findings.isVisible, "the finding")
    assert not dialog.agree.isEnabled()
    dialog.reject()
    cells[arrears] = ""
    file.write_text("\n".join((rows[0], ",".join(cells))), encoding="utf-8")
    imports.import_customers([file])
    dialog = hand.dialog(CustomersImportDialog)
    hand.wait_for(lambda: dialog.plan is not None and dialog.agree.isEnabled(), "the plan")
    changed = dialog.outcome.changes.model()
    assert [changed.index(0, at).data() for at in range(4)][1:] == ["法定代表人", "", "王建国"]
    hand.click(dialog.agree)
    hand.wait_for(lambda: stored(hand, view).representative == "王建国", "the import")
    hand.wait_idle()
    hand.click(view.detail.undo)
    assert stored(hand, view).representative == ""


def test_headings_of_ones_own_are_mapped_once_and_the_import_is_taken_back_as_one(
    hand: Hand, tmp_path: Path
) -> None:
    """A file in GBK with columns nobody knows; the next one of its layout is clear at once."""
    workspace, view = workspace_of(hand), open_customer(hand)
    before = workspace.customers.everybody()
    file = tmp_path / "名单.csv"
    file.write_bytes(
        f"甲方,老板,价值\n{KINDERGARTEN},王园长,高\n蓝天小学,李校长,中\n".encode("gbk")
    )
    imports = hand.window.imports
    imports.import_customers([file])
    dialog = hand.dialog(CustomersImportDialog)
    hand.wait_for(lambda: dialog.steps.currentIndex() == 1, "the columns")
    for at, field in enumerate(("name", "representative")):
        combo = dialog.mapping.combos[at]
        combo.setCurrentIndex(combo.findData(field))
    hand.replace(dialog.mapping.segment, "SMB")
    hand.click(dialog.agree)
    hand.wait_for(lambda: dialog.steps.currentIndex() == 2, "the plan")
    assert "1 " in dialog.outcome.summary.text()
    hand.click(dialog.agree)
    hand.wait_for(lambda: stored(hand, view).representative == "王园长", "the import")
    hand.wait_idle()
    (school,) = workspace.customers.search("蓝天小学")
    assert workspace.customers.load(school.id)[0].representative == "李校长"
    file.write_bytes(f"价值,老板,甲方\n高,王园长,{KINDERGARTEN}\n".encode("gbk"))
    imports.import_customers([file])
    again = hand.dialog(CustomersImportDialog)
    hand.wait_for(lambda: again.steps.currentIndex() == 2, "the plan without asking")
    assert not again.agree.isEnabled()
    again.reject()
    imports.choose_customers()
    last = hand.dialog(CustomersImportDialog)
    hand.click(last.undo)
    hand.wait_for(lambda: workspace.customers.everybody() == before, "the import taken back")
    hand.wait_idle()
    assert workspace.customer_imports.last() is None


def test_arrears_are_told_in_the_quote_and_need_somebody_else(hand: Hand) -> None:
    """The finding leads to the customer; before papers leave one is told whom nobody knows."""
    view = open_customer(hand)
    view.detail.show_tab("profile")
    field = view.detail.profile.form.editor("arrears")
    assert isinstance(field, QLineEdit)
    hand.replace(field, "120.50")
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    hand.click(view.detail.start)
    hand.wait_for(lambda: hand.window.desk.session is not None, "a quote")
    hand.wait_idle()
    add(hand, "PSTN")
    session = session_of(hand)
    verdict = session.worked.revision.verdict
    assert "arrears" in {one.id for one in verdict.criteria}
    assert not verdict.within_own
    findings = hand.window.desk.studio.side.findings
    assert any("120.50" in text for text in hand.texts(findings))
    hand.shortcut(Qt.Key.Key_E)
    dialog = hand.dialog(IssueDialog)
    assert "部门负责人" in dialog.advice.text()
    dialog.reject()
    hand.click(hand.button("查看客户", findings))
    hand.wait_for(hand.window.customers.isVisible, "the customer")
    hand.wait_idle()
    assert view.detail.desk.file is not None
    assert view.detail.desk.file.customer.name == KINDERGARTEN


def test_a_briefing_for_the_visit_is_written(hand: Hand, tmp_path: Path) -> None:
    """From the window of questions; the file is Word."""
    view = open_customer(hand)
    hand.window.actions_by_id["questions"].trigger()
    dialog = hand.dialog(QuestionDialog)
    desk = BriefingDesk(hand.window.around, workspace_of(hand), dialog)
    file = tmp_path / "提纲.docx"
    desk.write(stored(hand, view).id, None, file, show=False)
    hand.wait_for(file.exists, "the briefing")
    hand.wait_idle()
    assert file.read_bytes()[:2] == b"PK"
    hand.click(dialog.briefing)
    asked = hand.dialog(QFileDialog)
    assert asked.defaultSuffix() == "docx"
    asked.reject()
    dialog.accept()
