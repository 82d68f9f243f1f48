"""Signing from the command line: keys, organisation, request, decision, verifying."""

from __future__ import annotations

from io import StringIO
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from tests.app.test_cli import run
from tests.app.test_cli_life import NUMBER, offers

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["offers"]

WRITTEN = """name = "某某分公司"
policy_no = 7
valid_until = 2126-12-31
max_days = 60
[[members]]
id = "M001"
name = "李明轩"
role = "L1"
key = "{author}"
[[members]]
id = "M102"
name = "陈志远"
role = "L3"
key = "{approver}"
"""


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same passphrase whenever one is asked for."""
    monkeypatch.setattr("sys.stdin", StringIO("ten or more characters\n" * 9))


@pytest.mark.usefixtures("typed")
def test_from_keys_to_a_final_contract(
    capsys: pytest.CaptureFixture[str], offers: Path, tmp_path: Path
) -> None:
    """Administrator, author and approver, each with his own key file; the contract is final."""
    data = copytree(offers, tmp_path / "data")

    def public(owner: str) -> str:
        told = run(capsys, data, "keys", owner, tmp_path / owner)
        assert told.code == 0
        return told.out[0]

    root, author, approver = public("root"), public("M001"), public("M102")
    source = tmp_path / "organisation.toml"
    source.write_text(WRITTEN.format(author=author, approver=approver), encoding="utf-8")
    organisation = tmp_path / "o.qorg"
    run(capsys, data, "sign-org", source, organisation, "--key", tmp_path / "root")
    assert run(capsys, data, "install-org", organisation).code == 1
    assert run(capsys, data, "install-org", organisation, "--root", root).code == 0
    seller = ("--person", "M001:李明轩:L1")
    told = run(capsys, data, "submit", NUMBER, *seller)
    assert (told.code, "key is not unlocked" in told.err[1]) == (1, True)
    assert run(capsys, data, "submit", NUMBER, *seller, "--key", tmp_path / "M001").code == 0
    request, decision = tmp_path / "r.qreq", tmp_path / "d.qdec"
    assert run(capsys, data, "request", NUMBER, request).code == 0
    answer = ("decide-request", request, "approve", decision, "--key", tmp_path / "M102")
    told = run(capsys, data, *answer)
    assert told.code == 0
    decision.unlink()
    newer = WRITTEN.format(author=author, approver=approver).replace("= 7", "= 8")
    source.write_text(newer, encoding="utf-8")
    run(capsys, data, "sign-org", source, organisation, "--key", tmp_path / "root")
    assert run(capsys, data, "install-org", organisation).code == 0
    refused = run(capsys, data, *answer)
    assert (refused.code, decision.exists()) == (1, False)
    assert any("went by organisation file no. 7; here it is no. 8" in one for one in refused.out)
    told = run(capsys, data, *answer, "--despite-differences", "--tolerate", "margin=2")
    assert (told.code, "Genuine: the signature holds." in told.out) == (0, True)
    told = run(capsys, data, "import-decision", decision)
    assert told.out == ["approved"]
    told = run(capsys, data, "render", NUMBER, "contract", "--out", tmp_path / "out", "--final")
    assert told.code == 0
    checked = ("verify", decision, "--org", organisation, "--root", root)
    told = run(capsys, tmp_path / "elsewhere", *checked)
    assert told.code == 0
    assert "真实：签名成立。" in told.out
    decision.write_bytes(decision.read_bytes().replace(b'"approved"', b'"filed"'))
    told = run(capsys, tmp_path / "elsewhere", *checked)
    assert (told.code, told.out[1].startswith("Not genuine")) == (1, True)


def test_a_paper_is_verified_where_nothing_is_signed(
    capsys: pytest.CaptureFixture[str], offers: Path, tmp_path: Path
) -> None:
    """The register knows the file, what was changed since then is unknown, and letters are read."""
    data, out = copytree(offers, tmp_path / "data"), tmp_path / "out"
    run(capsys, data, "render", NUMBER, "contract", "bill_analysis", "--out", out)
    told = run(capsys, data, "verify", out / "bill_analysis.pdf")
    assert (told.code, "内容未变" in told.out[0]) == (0, True)
    paper = out / "contract.pdf"
    told = run(capsys, data, "verify", paper)
    assert any(f"出具，报价 {NUMBER} A 版；没有批准" in line for line in told.out)
    paper.write_bytes(paper.read_bytes() + b" ")
    assert "不真实：本机登记中没有这份文件。" in run(capsys, data, "verify", paper).out
    letters = run(capsys, data, "verify", "ABCDE-FGHIJ-KLMNO-PQRST")
    assert any(line.startswith("本机没有签过或收到过这个编码") for line in letters.out)
    note = tmp_path / "note.txt"
    note.write_text("x", encoding="utf-8")
    assert "cannot be read" in run(capsys, data, "verify", note).err[0]
    assert run(capsys, data, "verify", tmp_path / "nothing.pdf").code == 1
