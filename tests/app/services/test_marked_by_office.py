"""Marked contracts that another program opened and saved: its tracked changes are still ours."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.documents.redline_proof import settled_texts
from app.services.contract_comparison import (
    ContractSide,
    SideKind,
    compare_contracts,
    contract_paper,
)
from app.services.marked_contract import marked_contract, note_texts
from tests.app.services.conftest import NOON
from tests.app.services.test_contract_comparison import PAYMENT
from tests.app.services.test_issue_documents import edited

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.quote import Quote
    from app.services.workspace import Workspace

CURRENT = ContractSide(SideKind.CURRENT)


def changed(quote: Quote) -> Quote:
    """Half the time, without the first item, with a clause: words and rows come and go."""
    return replace(
        quote, term=quote.term // 2, items=quote.items[1:] or quote.items, clauses=(PAYMENT,)
    )


def saved_by_office(data: bytes, folder: Path) -> bytes:
    """A Word document opened by LibreOffice, kept in its own format, and saved as Word again."""
    assert shutil.which("soffice"), "LibreOffice is installed by `make test`"
    (folder / "marked.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    for wanted, source in (("odt", "marked.docx"), ("docx:MS Word 2007 XML", "own/marked.odt")):
        out = folder / ("own" if wanted == "odt" else "saved")
        made = [*command, "--convert-to", wanted, "--outdir", str(out), str(folder / source)]
        subprocess.run(made, check=True, capture_output=True, timeout=180)
    return (folder / "saved" / "marked.docx").read_bytes()


def worded(texts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Passages that say something; LibreOffice adds empty paragraphs behind tables."""
    return [one for one in texts if any(text.strip() for text in one)]


@pytest.mark.prove
@pytest.mark.parametrize("number", range(1, 6))
def test_libreoffice_understands_every_tracked_change(
    sample: Workspace, tmp_path: Path, number: int
) -> None:
    """Accepted, what it saved says the newer contract; refused, the older."""
    quote = f"Q000{number}"
    old = contract_paper(sample, quote, CURRENT)
    edited(sample, changed, quote)
    new = contract_paper(sample, quote, CURRENT)
    comparison = compare_contracts(quote, "zh", old, new)
    made = marked_contract(sample, comparison, author="李明轩", now=NOON)
    saved = saved_by_office(made.docx, tmp_path)
    note = len(note_texts(comparison, NOON))
    for paper, accepted in ((new, True), (old, False)):
        wanted = worded([one.texts for one in paper.text.passages])
        assert worded(settled_texts(saved, accepted=accepted, note=note)) == wanted
