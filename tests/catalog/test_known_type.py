"""Several threads may read values of a type at once, the first time too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from catalog.known_type import known

ROOT = Path(__file__).resolve().parents[2]
READ_ON_FOUR_THREADS = """
import sys
from threading import Barrier, Thread

import msgspec

from catalog.known_type import known

sys.setswitchinterval(1e-6)
PART = '{"inner": {"name": "a", "amounts": [1]}, "all": [{"name": "b", "amounts": [2]}]}'
TEXT = ("{" + ",".join(f'"m{n}": {PART}' for n in range(5)) + "}").encode()
for number in range(100):
    inner = msgspec.defstruct(f"Inner{number}", [("name", "str"), ("amounts", "tuple[int, ...]")])
    middle = msgspec.defstruct(f"Middle{number}", [("inner", inner), ("all", tuple[inner, ...])])
    outer = msgspec.defstruct(f"Outer{number}", [(f"m{n}", middle) for n in range(5)])
    begin, read = Barrier(4), []

    def work():
        begin.wait()
        read.append(msgspec.json.decode(TEXT, type=known(outer)).m3.inner.amounts)

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == [(1,)] * 4
print("all read")
"""


def test_four_threads_read_a_new_type_at_once() -> None:
    """Without the lock the process ends with a segmentation fault, nearly every time."""
    done = subprocess.run(
        [sys.executable, "-c", READ_ON_FOUR_THREADS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "all read\n", done.stderr


def test_a_known_type_is_the_type_itself() -> None:
    """Plain types, unions and parts of generic types are known alike."""
    assert msgspec.json.decode(b'{"a": 1}', type=known(dict[str, int])) == {"a": 1}
    assert known(int) is int


def test_a_type_that_cannot_be_read_is_told_every_time() -> None:
    """A fault is not remembered as done."""
    for _ in range(2):
        with pytest.raises(TypeError):
            known(dict[bytes, int] | dict[str, int])
