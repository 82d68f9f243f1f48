"""Writing files of the user's safely and naming them legally."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import FileError
from app.storage import files
from app.storage.files import is_network_path, legal_file_name, write_atomically

_WRITE_FOR_EVER = """
import sys
from pathlib import Path
from app.storage.files import write_atomically
print("ready", flush=True)
target, size = Path(sys.argv[1]), 3_000_000
while True:
    for letter in (b"a", b"b"):
        write_atomically(target, letter * size)
"""
_WINDOWS_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)\s*(\.|$)")


def _temporary_files(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.suffix == ".tmp"]


def test_new_content_replaces_the_old_whole(tmp_path: Path) -> None:
    """Nothing but the file is left in the folder."""
    target = tmp_path / "报价.docx"
    write_atomically(target, b"old and longer")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")
def test_permissions_and_links_survive(tmp_path: Path) -> None:
    """A file stays as private as it was, and a link goes on pointing to the file."""
    target, link = tmp_path / "quote.json", tmp_path / "link.json"
    write_atomically(target, b"1")
    target.chmod(0o600)
    link.symlink_to(target)
    write_atomically(link, b"2")
    assert link.is_symlink()
    assert target.read_bytes() == b"2"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_failure_leaves_the_old_file_and_no_temporary_one(tmp_path: Path) -> None:
    """The target is a folder, so the last step fails."""
    target = tmp_path / "quote.json"
    (target / "inside").mkdir(parents=True)
    with pytest.raises(FileError):
        write_atomically(target, b"new")
    assert (target / "inside").is_dir()
    assert _temporary_files(tmp_path) == []


def test_a_missing_folder_is_named_as_the_reason(tmp_path: Path) -> None:
    """The user learns what to do, not an error number."""
    with pytest.raises(FileError) as failure:
        write_atomically(tmp_path / "gone" / "quote.json", b"x")
    assert failure.value.parameters["reason"] == "folder_missing"
    assert failure.value.parameters["file"] == "quote.json"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_named_as_the_reason() -> None:
    """The system's own error for a full disk is recognised."""
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(OSError) as failure:  # noqa: PT011 -- the number is checked below
        full.write(b"x")
    assert files.writing_reason(failure.value) == "disk_full"


def test_temporary_files_of_dead_processes_are_removed(tmp_path: Path) -> None:
    """Those of living ones, and everything else, stay."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    here = files._this_computer()
    gone = tmp_path / f".quotewright-{here}-{dead.pid}-0123abcd.tmp"
    alive = tmp_path / f".quotewright-{here}-{os.getpid()}-0123abcd.tmp"
    elsewhere = tmp_path / f".quotewright-ffffffff-{dead.pid}-0123abcd.tmp"
    forgotten = tmp_path / f".quotewright-ffffffff-{dead.pid}-4567abcd.tmp"
    others = tmp_path / "draft.tmp"
    for file in (gone, alive, elsewhere, forgotten, others):
        file.write_bytes(b"x")
    two_days_ago = time.time() - 2 * 86_400
    os.utime(forgotten, (two_days_ago, two_days_ago))
    write_atomically(tmp_path / "quote.json", b"x")
    assert set(_temporary_files(tmp_path)) == {alive, elsewhere, others}


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_while_writing_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    """Six kills at different moments; the next write removes what they left behind."""
    target = tmp_path / "quote.bin"
    for delay in (0.001, 0.004, 0.009, 0.016, 0.023, 0.031):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITE_FOR_EVER, str(target)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        if target.exists():
            content = target.read_bytes()
            assert content in (b"a" * 3_000_000, b"b" * 3_000_000)
    write_atomically(target, b"end")
    assert list(tmp_path.iterdir()) == [target]


_HOSTILE = [
    "",
    ".",
    "..",
    "...",
    " ",
    "CON",
    "con.txt",
    "Aux ",
    "nul.tar",
    "COM1",
    "LPT9.x",
    "COM\u00b9",
    "CONIN$",
    "a/b",
    "a\\b",
    "../../etc/passwd",
    "C:\\Windows\\x",
    "\\\\server\\share\\x",
    "quote.docx:stream",
    "a<b>c|d?e*f",
    'say "x"',
    "tab\there",
    "line\nbreak",
    "nul\x00byte",
    "bell\x07",
    "\u202efdp.exe",
    "zero\u200bwidth",
    "\ufeffmark",
    "\ud800",
    "trailing. . .",
    " leading",
    "报价单（北京）",
    "e\u0301",
    "长" * 300,
    "x" * 400,
    "😀" * 100,
    "~$lock",
    "-rf",
    "%TEMP%",
]


def _assert_legal(name: str) -> None:
    assert name.endswith(".docx")
    assert not re.search('[\x00-\x1f\x7f<>:"/\\\\|?*\u2028\u202e\u200b\ufeff]', name)
    assert not _WINDOWS_DEVICES.match(name)
    assert name.strip(" ") == name
    assert not name.removesuffix(".docx").endswith((".", " "))
    assert name != ".docx"
    assert len(name.encode("utf-8")) <= 180
    assert unicodedata.is_normalized("NFC", name)


def test_hostile_names_become_legal_and_distinct(tmp_path: Path) -> None:
    """Each can be created, and none overwrites another one."""
    taken: list[str] = []
    for text in _HOSTILE:
        name = legal_file_name(text, ".docx", taken)
        _assert_legal(name)
        (tmp_path / name).write_bytes(b"")
        taken.append(name)
    assert len({name.casefold() for name in taken}) == len(_HOSTILE)
    assert len(list(tmp_path.iterdir())) == len(_HOSTILE)


def test_an_ordinary_name_stays_as_it_is() -> None:
    """Chinese, spaces, brackets and dots inside are all legal."""
    name = legal_file_name("北京科技 v1.2（三年）Q-2026-0001", ".docx")
    assert name == "北京科技 v1.2（三年）Q-2026-0001.docx"


def test_a_taken_name_gets_a_number() -> None:
    """Case does not distinguish files on Windows and macOS."""
    assert legal_file_name("Quote", ".pdf", ["QUOTE.pdf", "quote (2).PDF"]) == "Quote (3).pdf"


@given(st.text(max_size=300))
def test_any_text_gives_a_legal_name(text: str) -> None:
    """Whatever a customer is called."""
    _assert_legal(legal_file_name(text, ".docx", ["document.docx"]))


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/user/q.db", False),
        ("/mnt/share/q.db", True),
        ("/mnt/share", True),
        ("/mnt/shared/q.db", False),
        ("/mnt/my disk/q.db", True),
        ("/mnt/share/local/q.db", False),
    ],
)
def test_the_nearest_mount_point_decides(path: str, remote: bool) -> None:
    """A local disk mounted inside a share is local; blanks are escaped in the table."""
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        "//server/a /mnt/share cifs rw 0 0\n"
        "server:/b /mnt/my\\040disk nfs4 rw 0 0\n"
        "/dev/sdb1 /mnt/share/local ext4 rw 0 0\n"
        "broken\n"
    )
    assert files._mounted_from_network(path, mounts) is remote


def test_shares_of_windows_are_network_paths(tmp_path: Path) -> None:
    """By their spelling alone, on any system."""
    assert is_network_path(Path(r"\\server\share\q.db"))
    assert is_network_path(Path(r"\\?\UNC\server\share\q.db"))
    assert not is_network_path(tmp_path)
