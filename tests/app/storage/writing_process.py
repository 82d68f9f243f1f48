"""A program that keeps writing until it is killed; ``test_killing`` starts it.

For each row on its standard input, which names a data folder, it forks a writer and prints
``writer`` with its process number. The writer edits one quote for ever and prints each revision
once it is acknowledged; ``dead`` follows when the writer is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.storage.database import Database
from app.storage.quote_store import QuoteStore
from tests.app.storage.stored_values import NOON, a_quote


def keep_writing(folder: Path) -> None:
    """Open the folder, make the quote if it is not there, and edit it for ever."""
    store = QuoteStore(Database.open(folder))
    if store.search():
        revision = store.load("q-1").revision
    else:
        revision = store.create(a_quote(20, title="1"), now=NOON)
        _acknowledge(revision)
    while True:
        following = revision + 1
        quote = a_quote(20, title=str(following))
        operation = f"op-{following}"
        revision = store.commit_edit("q-1", revision, operation, "edit", "", quote, now=NOON)
        _acknowledge(revision)


def _acknowledge(revision: int) -> None:
    os.write(1, f"{revision}\n".encode())


def main() -> None:
    """Fork one writer after the other."""
    for row in sys.stdin:
        writer = os.fork()
        if writer == 0:
            keep_writing(Path(row.strip()))
        os.write(1, f"writer {writer}\n".encode())
        os.waitpid(writer, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
