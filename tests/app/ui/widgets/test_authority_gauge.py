"""One sees at once whether a quote is within one's own authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.ui.widgets.authority_gauge import (
    AuthorityCriterion,
    AuthorityGauge,
    AuthorityLevel,
    AuthorityState,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme

LEVELS = tuple(AuthorityLevel(f"L{number}", f"第 {number} 级") for number in range(1, 6))
NEEDS_L3 = AuthorityState(
    LEVELS,
    own=0,
    needed=2,
    criteria=(
        AuthorityCriterion("最深折扣", "77.5%", "≥ 79.0%", 2),
        AuthorityCriterion("毛利率", "31.6%", "≥ 30.0%", 0),
    ),
)
ZONE_Y = 53  # middle of the zone bar


@pytest.fixture
def gauge(qtbot: QtBot) -> AuthorityGauge:
    """A gauge of five zones, each 100 pixels wide."""
    made = AuthorityGauge("毛利与授权")
    qtbot.addWidget(made)
    made.set_state(NEEDS_L3)
    made.resize(500, made.sizeHint().height())
    return made


def zone_colors(gauge: AuthorityGauge) -> list[str]:
    """Return the colour of each zone."""
    image = gauge.grab().toImage()
    return [image.pixelColor(100 * place + 20, ZONE_Y).name().upper() for place in range(5)]


def test_the_needed_level_is_named_and_lit(gauge: AuthorityGauge, theme: Theme) -> None:
    """Own level soft green, the needed one strong, the last soft red."""
    c = theme.colors
    assert gauge.headline == "Needs L3 第 3 级"
    assert zone_colors(gauge) == [c.ok_soft, c.warn_soft, c.warn, c.warn_soft, c.bad_soft]


def test_within_ones_own_authority_is_green(gauge: AuthorityGauge, theme: Theme) -> None:
    """Nobody else needs to be asked."""
    gauge.set_state(msgspec.structs.replace(NEEDS_L3, needed=0))
    assert gauge.headline == "Within your own authority"
    assert zone_colors(gauge)[0] == theme.colors.ok


def test_the_highest_level_is_red(gauge: AuthorityGauge, theme: Theme) -> None:
    """The board's decision takes longest."""
    gauge.set_state(msgspec.structs.replace(NEEDS_L3, needed=4))
    assert zone_colors(gauge)[4] == theme.colors.bad


def test_everything_is_read_out(gauge: AuthorityGauge) -> None:
    """Sentence and criteria with the levels they need."""
    assert gauge.accessibleDescription() == ("Needs L3 第 3 级；最深折扣 77.5% L3；毛利率 31.6% L1")


def test_a_sentence_of_the_page_replaces_the_own_one(gauge: AuthorityGauge) -> None:
    """A frozen revision says what was approved."""
    gauge.set_state(msgspec.structs.replace(NEEDS_L3, headline="已获批准"))
    assert gauge.headline == "已获批准"


def test_the_height_follows_the_criteria(gauge: AuthorityGauge) -> None:
    """Thirty-two pixels each under the zones."""
    before = gauge.sizeHint().height()
    gauge.set_state(msgspec.structs.replace(NEEDS_L3, criteria=NEEDS_L3.criteria[:1]))
    assert before - gauge.sizeHint().height() == 32
