"""The dialog that takes something off the whole quote."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from app.figures import Figures
from app.quoting.header_edits import set_quote_discount
from app.quoting.seeking import Prospect, discount_for_margin, prospect_of
from app.translation import load_words
from app.ui.dialogs.discount_dialog import DiscountDialog, Seeking
from app.ui.presenting.speaker import Speaker
from pricing.concession import measure
from pricing.quote_wide import QuoteDiscount
from tests.sample import revision_of, sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


def trial(discount: QuoteDiscount | None) -> Prospect:
    """What case four comes to with a discount."""
    return prospect_of(revision_of(4, set_quote_discount(sample_case(4).quote, discount)))


def for_margin(percent: Decimal) -> QuoteDiscount | None:
    """The largest discount on case four that keeps a margin."""
    return discount_for_margin(revision_of(4), sample_catalog(), sample_rules().pricing, percent)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[DiscountDialog]:
    """The dialog on case four: 9,790.00 a month, margin 41.50 %."""
    window = QWidget()
    qtbot.addWidget(window)
    speaker = Speaker(load_words("en"), Figures("en"), QCoreApplication.translate)
    opened = DiscountDialog("", speaker, Seeking(trial, for_margin), window)
    opened.open()
    yield opened
    window.close()


def typed(dialog: DiscountDialog, text: str) -> str:
    """What the dialog says of a typed discount."""
    dialog.field.setText(text)
    dialog.field.textEdited.emit(text)
    return dialog.prospect.text()


def test_a_wrong_text_keeps_the_dialog_open(dialog: DiscountDialog) -> None:
    """It says what to type; a right text is accepted."""
    accepted: list[QuoteDiscount | None] = []
    dialog.accepted.connect(lambda: accepted.append(dialog.discount))
    typed(dialog, "a lot")
    dialog.agree.click()
    assert accepted == []
    assert dialog.isVisible()
    typed(dialog, "5%")
    dialog.agree.click()
    assert accepted == [QuoteDiscount(percent=Decimal(5))]


def test_what_a_discount_leads_to_is_shown_before_it_is_accepted(dialog: DiscountDialog) -> None:
    """Without one 9,790.00 at 41.50 %, which L2 approves; 100.00 off are 9,690.00."""
    assert typed(dialog, "") == "Monthly ¥9,790.00, margin 41.5 % · needs approval by L2"
    assert typed(dialog, "-100").startswith("Monthly ¥9,690.00, margin ")


def test_floors_that_stop_a_discount_are_told_with_what_they_allow(dialog: DiscountDialog) -> None:
    """Nothing is taken off, so the monthly total stays 9,790.00."""
    first, second = typed(dialog, "-9000").splitlines()
    assert first.startswith("Not applied: floors and fixed prices allow ¥")
    assert second.startswith("Monthly ¥9,790.00")


def test_a_margin_to_keep_fills_in_the_largest_discount(dialog: DiscountDialog) -> None:
    """One fen more would fall below 41 %."""
    dialog.margin.setText("41%")
    dialog.margin.textEdited.emit("41%")
    shown = dialog.field.text()
    assert shown.startswith("-")
    dialog.agree.click()
    found = dialog.discount
    assert found is not None
    assert found.amount is not None
    margins = [
        measure(revision_of(4, set_quote_discount(sample_case(4).quote, one)).priced).margin
        for one in (found, QuoteDiscount(amount=found.amount + 1))
    ]
    assert margins[0] >= 41 > margins[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("60", "Without a discount the margin is 41.5 % already"),
        ("much", "Type a percentage from 0 to 100"),
    ],
)
def test_a_margin_that_cannot_be_kept_is_told(dialog: DiscountDialog, text: str, told: str) -> None:
    """The typed discount stays as it was."""
    dialog.margin.setText(text)
    dialog.margin.textEdited.emit(text)
    assert dialog._problem.text() == told
    assert dialog.field.text() == ""


def test_a_quote_without_vat_says_that_amounts_are_without_it(qtbot: QtBot) -> None:
    """The label and a line say so; the usual dialog says nothing of VAT."""
    window = QWidget()
    qtbot.addWidget(window)
    speaker = Speaker(load_words("en"), Figures("en"), QCoreApplication.translate)
    for without_tax in (False, True):
        opened = DiscountDialog("", speaker, Seeking(trial, for_margin, without_tax), window)
        told = " ".join(label.text() for label in opened.findChildren(QLabel))
        assert ("without VAT" in told) is without_tax
        assert opened.field.accessibleName().endswith("without VAT") is without_tax
    window.close()
