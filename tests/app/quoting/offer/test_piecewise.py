"""What many of something cost is cut where the price of one more changes, and nowhere else."""

from __future__ import annotations

from app.quoting.offer.piecewise import Piece, pieces


def test_a_line_is_one_piece() -> None:
    """A platform at 1,000 once, and 30 each."""
    assert pieces(lambda n: (1_000 + 30 * n, 10 * n), 500) == (Piece(1, 500, 30, 1_000, 10, 0),)


def test_a_tier_begins_a_piece() -> None:
    """100 each, and 90 for all of them from eleven on."""
    found = pieces(lambda n: (n * (90 if n >= 11 else 100), 0), 40)
    assert [(one.least, one.most, one.cost, one.fixed_cost) for one in found] == [
        (1, 10, 100, 0),
        (11, 40, 90, 0),
    ]


def test_every_quantity_costs_what_its_piece_says() -> None:
    """Whatever the prices do, no piece is off at any quantity."""

    def crooked(quantity: int) -> tuple[int, int]:
        return quantity * quantity % 7 * 100 + quantity * 10, quantity

    found = pieces(crooked, 12)
    for piece in found:
        for quantity in range(piece.least, piece.most + 1):
            assert piece.fixed_cost + piece.cost * quantity == crooked(quantity)[0]
    assert found[0].least == 1
    assert found[-1].most == 12


def test_margins_follow_roundings_only_where_they_matter() -> None:
    """A margin that jumps by one every third unit: one piece, or exact pieces, or one above it."""

    def rounded(quantity: int) -> tuple[int, int]:
        return 100 * quantity, quantity // 3

    assert len(pieces(rounded, 9)) == 1
    exact = pieces(rounded, 9, loose=0)
    assert len(exact) > 1
    for piece in exact:
        assert piece.fixed_margin + piece.margin * piece.most == rounded(piece.most)[1]
    (above,) = pieces(rounded, 9, loose=10)
    assert all(above.fixed_margin + above.margin * n >= n // 3 for n in range(1, 10))
