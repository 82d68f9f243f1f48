"""A quote keeps its rules until the newer ones are agreed to, with every difference first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.quoting.header_edits import set_policy_version
from app.services.quote_library import open_quote as stored_quote
from app.services.workspace import Workspace
from app.ui.dialogs.reprice_dialog import RepriceDialog
from pricing.rule import Level, QuoteAmountOff
from pricing.rulebook import RuleSet
from tests.journeys.conftest import NOON
from tests.journeys.steps import open_quote
from tests.pricing.rule_builders import a_promotion, d

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand


def test_newer_rules_are_offered_and_undone(
    open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """Case one had six yuan off under the older rules: 662.00, and 668.00 under those in force."""
    workspace = Workspace.open(profile)
    off = a_promotion(QuoteAmountOff(d(6)), "Q", level=Level.QUOTE)
    older = replace(workspace.rules.pricing, version="old", rules=RuleSet("old", rules=(off,)))
    version = workspace.policies.keep(older).version
    opened = stored_quote(workspace, "Q0001")
    quote = set_policy_version(opened.quote, version)
    workspace.quotes.commit_edit("Q0001", opened.revision, "old", "x", "", quote, now=NOON)
    now = workspace.rules.pricing.version
    workspace.close()
    hand = open_window(profile)
    session = open_quote(hand, "Q0001")
    studio = hand.window.desk.studio
    assert session.worked.revision.priced.totals.monthly.net_amount == 662_00
    assert studio.notice.isVisible()
    assert f"最新规则为 {now}" in studio.notice.text
    hand.click(studio.notice.act)
    dialog = hand.dialog(RepriceDialog)
    assert dialog.changes.model().rowCount() > 0
    hand.click(dialog.agree)
    hand.wait_idle()
    assert session.quote.policy_version == now
    assert session.worked.revision.priced.totals.monthly.net_amount == 668_00
    assert not studio.notice.isVisible()
    session.undo()
    assert session.quote.policy_version == version
    assert session.worked.revision.priced.totals.monthly.net_amount == 662_00
    assert studio.notice.isVisible()
