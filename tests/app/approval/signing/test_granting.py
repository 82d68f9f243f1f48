"""What a signature grants: the values as they are shown, what is tolerated, and no more."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.approval.signing.granting import beyond_own, keeps, limits_for
from app.quoting.authority import AuthorityMatrix, CriterionVerdict, FlagRule, Verdict
from catalog.local_text import LocalText
from tests.app.quoting.authority.test_judging import a_criterion
from tests.builders import a_matrix

MATRIX = a_matrix(
    a_criterion("market_discount", "5", "10", "20"),
    a_criterion("contract_value", "100", "300", None),
    a_criterion("margin", "35", "30", "0", smallest=True),
    flags=(FlagRule("tender", LocalText("招标"), "L3"),),
)
"""Nobody's contract value is bounded at L3."""


def of(
    criterion: str,
    exact: str | None,
    level: str,
    *,
    smallest: bool = False,
    functions: tuple[str, ...] = (),
) -> CriterionVerdict:
    """What one criterion says."""
    value = None if exact is None else Decimal(exact)
    unit = "percent" if exact is not None else "flag"
    return CriterionVerdict(
        criterion,
        LocalText(criterion),
        value,
        unit,
        level,
        smallest=smallest,
        exact=value,
        functions=functions,
    )


def verdict(*criteria: CriterionVerdict, own: str = "L1") -> Verdict:
    """What the matrix says about a quote of an author of a level."""
    return Verdict("L3", LocalText(), own, within_own=False, blocked=(), criteria=criteria,
                   matrix_version="test")  # fmt: skip


def granted(
    *criteria: CriterionVerdict,
    matrix: AuthorityMatrix = MATRIX,
    tolerances: dict[str, Decimal] | None = None,
) -> dict[str, str]:
    """What an approver grants who says yes to a team leader's quote, as text."""
    found = limits_for(verdict(*criteria, own="L1"), matrix, tolerances or {})
    return {key: str(value) for key, value in found.items()}


@pytest.mark.parametrize(
    ("own", "level", "beyond"),
    [
        ("L1", "L1", False),
        ("L1", "L2", True),
        ("L2", "L1", False),
        ("L2", "L2", False),
        ("L2", "L3", True),
        ("L1", "", True),
        ("nobody", "L1", True),
    ],
)
def test_an_author_decides_what_his_own_level_may(own: str, level: str, beyond: bool) -> None:
    """Up to his own; what nobody may grant is beyond, and so is all where he has no level."""
    one = of("market_discount", "5", level)
    assert beyond_own(verdict(one, own=own), MATRIX) == ((one,) if beyond else ())


def test_what_a_function_is_asked_about_is_beyond_own_authority() -> None:
    """Though the level of the author would do."""
    asked = of("margin", "36", "L1", functions=("finance",))
    assert beyond_own(verdict(asked, of("market_discount", "5", "L1")), MATRIX) == (asked,)


def test_values_are_granted_as_shown_and_rounded_outwards() -> None:
    """7.001 % is 7.01 %, a margin of 29.999 % is 29.99 %; a flag is granted as raised."""
    assert granted(
        of("tender", None, "L3"),
        of("market_discount", "7.001", "L2"),
        of("margin", "29.999", "L3", smallest=True),
        of("market_discount_of_own", "5", "L1"),
    ) == {"tender": "1", "market_discount": "7.01", "margin": "29.99"}


def test_what_is_tolerated_is_granted_with_it() -> None:
    """Two points more of discount, two points less of margin; nothing where nothing is said."""
    two = Decimal(2)
    assert granted(
        of("market_discount", "7", "L2"),
        of("margin", "29", "L3", smallest=True),
        of("free_months", "2", "L2"),
        tolerances={"market_discount": two, "margin": two},
    ) == {"market_discount": "9.00", "margin": "27.00", "free_months": "2.00"}


@pytest.mark.parametrize(
    ("value", "level", "most"),
    [
        ("60", "L2", "300"),
        ("250", "L2", "300"),
        ("301", "L2", "301.00"),
        ("500", "L3", "500.00"),
        ("0.2", "", "0.20"),
        ("0", "L3", "0.00"),
    ],
)
def test_a_contract_may_become_worth_what_its_level_may_grant(
    value: str, level: str, most: str
) -> None:
    """Up to the limit of the level; where that has none, up to what it is worth."""
    assert granted(of("contract_value", value, level)) == {"contract_value": most}


def test_a_contract_of_the_lowest_level_is_granted_up_to_its_limit() -> None:
    """A function is asked about it, so it is signed: 100 is the first level's limit."""
    asked = of("contract_value", "60", "L1", functions=("finance",))
    assert granted(asked) == {"contract_value": "100"}


def test_a_criterion_that_the_matrix_does_not_know_has_no_limit_of_a_level() -> None:
    """It is granted as it is, and so is one that has fewer limits than there are levels."""
    worth = of("contract_value", "0.2", "L3")
    unknown = replace(MATRIX, criteria=MATRIX.criteria[:1])
    assert granted(worth, matrix=unknown) == {"contract_value": "0.20"}
    short = replace(MATRIX, criteria=(a_criterion("contract_value", "100", "300"),))
    assert granted(worth, matrix=short) == {"contract_value": "0.20"}


@pytest.mark.parametrize(
    ("one", "limit", "kept"),
    [
        (of("market_discount", "7", "L2"), "7", True),
        (of("market_discount", "7.01", "L2"), "7", False),
        (of("margin", "30", "L2", smallest=True), "30", True),
        (of("margin", "29.99", "L2", smallest=True), "30", False),
        (of("margin", "31", "L2", smallest=True), "30", True),
        (of("tender", None, "L3"), "1", True),
        (of("tender", None, "L3"), "2", False),
        (of("tender", None, "L3"), "0", False),
    ],
)
def test_what_was_granted_is_kept_at_the_limit_and_no_further(
    one: CriterionVerdict, limit: str, kept: bool
) -> None:
    """A flag is granted by the one that stands for it."""
    assert keeps(one, {one.id: Decimal(limit)}) is kept
    assert not keeps(one, {"another": Decimal(limit)})
