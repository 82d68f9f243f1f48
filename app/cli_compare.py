"""The command line's part in comparing two contracts of a quote."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_import import print_problems

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from app.quoting.text_difference import Entry, TextDifference
    from app.quoting.word_difference import Piece
    from app.services.contract_comparison import ContractComparison, ContractSide
    from app.services.workspace import Workspace
    from app.translation import Words

_CURRENT = "current"


def add_compare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command; it is run with what was given, the workspace and the words."""
    command = commands.add_parser(
        "compare-contracts", help="what differs between two contracts of a quote, word by word"
    )
    command.add_argument("quote", help="number or identifier of the quote")
    which = "revision such as A, `current`, start of an issued file's hash, or a Word file"
    command.add_argument("old", help=which)
    command.add_argument("new", help=which)
    command.add_argument(
        "--out", type=Path, help="write a .docx with tracked changes, and a PDF beside it"
    )
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.contract_comparison import compare_contracts, contract_papers
    from app.services.working_out import find_quote, work_out_stored

    quote = find_quote(workspace, given.quote)
    current = work_out_stored(workspace, quote)
    before, after = (_side(workspace, quote, named) for named in (given.old, given.new))
    if before is None or after is None:
        print(words("redline.told.no_side"), file=sys.stderr)
        return 2
    old, new, language = contract_papers(workspace, quote, (before, after), current=current)
    if not old.docx and not new.docx:
        print(words("redline.told.both_foreign"), file=sys.stderr)
        return 2
    comparison = compare_contracts(quote, language, old, new)
    for paper in (old, new):
        print_problems(paper.warnings, words)
    _tell(comparison, words)
    if given.out is not None:
        _write(workspace, comparison, given.out)
    return 0


def _side(workspace: Workspace, quote: str, named: str) -> ContractSide | None:
    """What somebody means by a name."""
    from app.services.contract_comparison import ContractSide, SideKind, contract_sides

    if named.lower().endswith(".docx"):
        return ContractSide(SideKind.RETURNED, named)
    sides = contract_sides(workspace, quote)
    if named == _CURRENT:
        return sides[0]
    exact = [one for one in sides if one.kind is SideKind.FROZEN and one.name == named]
    issued = [one for one in sides if one.kind is SideKind.ISSUED and one.name.startswith(named)]
    return next(iter((*exact, *issued)), None)


def _tell(comparison: ContractComparison, words: Words) -> None:
    from app.approval.difference_text import sentence
    from app.figures import Figures

    figures = Figures(words.language)
    for paper, mark in ((comparison.old, "-"), (comparison.new, "+")):
        print(f"{mark} {paper.side.told(words.language)}")
    for row in comparison.rows:
        print(sentence(row, words, figures))
    if not comparison.rows:
        known = "same_rows" if comparison.commercial else "no_rows"
        print(words(f"redline.told.{known}"))
    for line in _lines(comparison.text, words):
        print(line)


def _lines(difference: TextDifference, words: Words) -> Iterator[str]:
    """What differs in the words, clause by clause."""
    from app.quoting.clause_changes import clause_changes
    from app.quoting.text_difference import EntryKind

    for clause in clause_changes(difference):
        if clause.changes:
            yield f"\n{clause.number} {clause.title or words('redline.told.head')}".rstrip()
        for entry in clause.changes:
            passage = difference.passage(entry)
            number = passage.number or (words("redline.told.table") if passage.is_row else "")
            kind = words(f"redline.kind.{entry.kind}")
            yield "  ".join(one for one in (f"  {kind}", number, _text(difference, entry)) if one)
    if not difference.differs:
        numbered = difference.count(EntryKind.RENUMBERED)
        yield words(f"redline.told.{'only_numbers' if numbered else 'nothing'}")
    for texts, side in zip(difference.beside, ("old", "new"), strict=True):
        yield from (words(f"redline.told.beside_{side}", text=text) for text in texts)


def _text(difference: TextDifference, entry: Entry) -> str:
    """The words of a passage with marks around what came and went, as in a comparison by git."""
    if not entry.pieces:
        return difference.passage(entry).plain
    return " | ".join("".join(_shown(piece) for piece in pieces) for pieces in entry.pieces)


def _shown(piece: Piece) -> str:
    from app.quoting.word_difference import PieceKind

    forms = {PieceKind.REMOVED: "[-{}-]", PieceKind.ADDED: "{{+{}+}}"}
    return forms.get(piece.kind, "{}").format(piece.text)


def _write(workspace: Workspace, comparison: ContractComparison, out: Path) -> None:
    from app.services.marked_contract import write_marked

    author, now = workspace.settings.manager_name, datetime.now().astimezone()
    for path in write_marked(workspace, comparison, out, author=author, now=now):
        print(path)
