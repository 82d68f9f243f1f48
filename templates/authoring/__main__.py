"""Draw the first version of every template: ``python -m templates.authoring [folder]``.

The .docx files are the master texts and people edit them in Word; drawing them again throws their
edits away, so an existing file is only overwritten when a folder is named for it.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

from templates.authoring import (
    bill_analysis,
    contract,
    order_form,
    price_schedule,
    proposal,
    quotation,
)
from templates.authoring.tongue import Tongue

_TEMPLATES = {
    "proposal": proposal.draw,
    "quotation": quotation.draw,
    "contract": contract.draw,
    "price_schedule": price_schedule.draw,
    "order_form": order_form.draw,
    "bill_analysis": bill_analysis.draw,
}
_LANGUAGES = ("zh", "en")


def main() -> None:
    """Draw every template into the named folder, or where templates are missing."""
    named = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    folder = named or Path(__file__).resolve().parent.parent
    for (kind, draw), language in product(_TEMPLATES.items(), _LANGUAGES):
        path = folder / kind / language / "template.docx"
        if path.exists() and named is None:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(path, Tongue.of(kind, language))


if __name__ == "__main__":
    main()
