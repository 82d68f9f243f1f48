"""What was taken often and lately: a score for each code, without a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_GAIN = 10_000
_KEPT_PARTS, _PARTS = 49, 50
"""At every use all scores lose a fiftieth, so that what was taken long ago sinks."""
_MOST = 200


def remember_use(scores: Mapping[str, int], code: str) -> dict[str, int]:
    """The scores after an offering was taken.

    Args:
        scores: Score by code, the one used last at the end; greater means more often and later.
        code: What was taken now.
    """
    faded = {known: score * _KEPT_PARTS // _PARTS for known, score in scores.items()}
    taken = faded.pop(code, 0) + _GAIN
    kept = [(known, score) for known, score in faded.items() if score]
    return dict([*kept, (code, taken)][-_MOST:])
