"""Cases one and two from the files of a billing system to the proposal, through the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.customer import Competitor, Customer, InstalledService
from app.quoting.header_edits import require_condition, set_term
from app.ui.offers.offer_dialog import OfferDialog
from app.ui.presenting.offers import USAGE
from pricing.bills import Bills
from tests.journeys.bill_files import kindergarten, shops
from tests.journeys.conftest import NOON
from tests.journeys.steps import offerings, session_of
from tests.journeys.test_best_offer import search, why_not
from tests.journeys.test_bills import drop, go_on, new_customer, workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.session import QuoteSession


def with_facts(hand: Hand, customer: Customer) -> None:
    """What is known of the customer besides the bills."""
    new_customer(hand, customer.name)
    workspace_of(hand).customers.save(customer, Bills(), now=NOON)
    hand.window.customers.show_customer(customer.id)
    hand.wait_idle()


def quoted(hand: Hand, term: int) -> QuoteSession:
    """A quote begun from the customer in sight."""
    hand.click(hand.window.customers.detail.start)
    hand.wait_for(lambda: hand.window.desk.session is not None, "a quote")
    hand.wait_idle()
    session = session_of(hand)
    session.apply("term", lambda quote: set_term(quote, term))
    hand.wait_idle()
    return session


def proposal(hand: Hand) -> str:
    """What the proposal says, written with one click."""
    import pypdfium2

    written: list[Path] = []
    hand.window.desk.written.connect(written.extend)
    hand.click(hand.window.desk.studio.top.papers["proposal"])
    hand.wait_for(lambda: bool(written), "the proposal", 120)
    hand.wait_idle()
    (path,) = (one for one in written if one.suffix == ".pdf")
    with pypdfium2.PdfDocument(path) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return "".join(text.split())


def test_case_one_from_its_bills_to_the_proposal(hand: Hand, tmp_path: Path) -> None:
    """752.00 and 708.00; C1-L for 668.00 is best, C1-H may not be sold; proven by replay."""
    installed = (InstalledService("PSTN", 4), InstalledService("ADSL2", 1))
    with_facts(
        hand, Customer("new", "幼苗幼儿园", "SMB", industry="education", installed=installed)
    )
    dialog = drop(hand, [kindergarten(tmp_path)])
    for step in (1, 2):
        go_on(hand, dialog, step)
    dialog.agree.click()
    hand.wait_idle()
    session = quoted(hand, 12)
    found = search(hand)
    assert "不可销售" in why_not(hand, found, "B01H")
    hand.click(found.found.take)
    found.accept()
    hand.wait_idle()
    assert offerings(session) == ["B01L"]
    said = proposal(hand)
    for figure in ("752.00", "708.00", "668.00", "40.00", "750.75", "合每天不到22.27元"):
        assert figure in said


def test_case_two_from_its_bills_to_the_proposal(hand: Hand, tmp_path: Path) -> None:
    """406.03 less like for like, 432.00 of new value apart; calls are estimated by the manager."""
    customer = Customer(
        "new",
        "玫瑰商场服饰",
        "SMB",
        industry="trade",
        installed=(InstalledService("PSTN", 5),),
        competitors=(Competitor("X通", "fixed_line", 186_40),),
    )
    with_facts(hand, customer)
    dialog = drop(hand, shops(tmp_path))
    for step in (1, 2):
        go_on(hand, dialog, step)
    hand.replace(dialog.outcome.reason, "同一家服装公司的五个店铺")
    go_on(hand, dialog, 2)
    dialog.agree.click()
    hand.wait_idle()
    session = quoted(hand, 24)
    cancelled = "competitor_line_cancelled"
    session.apply("condition", lambda quote: require_condition(quote, cancelled))
    hand.wait_idle()
    hand.window.desk.deeds()["offer"]()
    asked = hand.dialog(OfferDialog)
    form = asked.form
    assert form.asked().needs[0].quantity == 5  # what he has
    for code, units in (("PSTN.RENT", 6), ("PSTN.CLIP", 6), ("ADSL1", 4), ("MODEM", 4)):
        form.add_need(code)
        form.set_units(next(n.id for n in form.asked().needs if n.id.startswith(code)), units)
    form.add_need("LD")
    form.set_units(f"{USAGE}PSTN.LOCAL", 9000)
    form.set_units(f"{USAGE}LD.DOM", 3600)
    form.competitors[0][0].setChecked(True)
    hand.click(asked.begin)
    hand.wait_for(lambda: not asked.run.busy, "the best offer")
    hand.wait_idle()
    hand.click(asked.found.take)
    asked.accept()
    hand.wait_idle()
    assert "B02" in offerings(session)
    saving = session.worked.revision.saving
    assert saving is not None
    assert (saving.today, saving.saving, saving.new_value) == (2312_03, 406_03, 432_00)
    said = proposal(hand)
    for figure in ("2,125.63", "2,312.03", "406.03", "432.00"):
        assert figure in said
