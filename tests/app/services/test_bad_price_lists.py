"""Files that are no price lists are refused in the user's language, and nothing is changed."""

from __future__ import annotations

import errno
import re
import shutil
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import pytest

from app.cli import main
from app.errors import FileError
from app.services.import_steps import open_import, prepare_import
from app.services.workspace import Workspace
from app.translation import load_words
from catalog.merging import Missing
from tests.app.services import bad_files
from tests.app.storage.foreign.office_files import workbook
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ENGLISH = re.compile(r"[A-Za-z]{2,}[,;:]? +[A-Za-z]{2,}")
"""Two English words in a row; names of programs, parts and cells stand alone."""
CASES = {
    bad_files.renamed_document: "gate.wrong_kind",
    bad_files.protected: "gate.password",
    bad_files.bomb: "gate.zip_bomb",
    bad_files.full_sheet: "gate.far_cell",
    bad_files.far_cell: "gate.far_cell",
    bad_files.truncated: "gate.damaged_file",
    bad_files.half_a_sheet: "file.damaged",
    bad_files.row_twice: "file.row_twice",
    bad_files.empty: "gate.empty_file",
    bad_files.no_table: "gate.wrong_kind",
    bad_files.web_page: "gate.wrong_kind",
    bad_files.mixed_text: "file.mixed_encodings",
}
_bad = pytest.mark.parametrize(
    ("make", "code"), CASES.items(), ids=lambda one: getattr(one, "__name__", one)
)


def stored(folder: Path) -> dict[str, bytes]:
    """Every byte that the data folder keeps; the index of the log is made anew at will."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith("-shm")
    }


@pytest.fixture
def at_rest(sample_folder: Path, tmp_path: Path) -> Iterator[tuple[Workspace, Path]]:
    """The sample data, opened."""
    folder = shutil.copytree(sample_folder, tmp_path / "data")
    workspace = Workspace.open(folder)
    yield workspace, folder
    workspace.close()


@_bad
def test_a_bad_file_is_refused_in_chinese_with_a_cure_and_nothing_changes(
    make: Callable[[Path], None], code: str, at_rest: tuple[Workspace, Path], tmp_path: Path
) -> None:
    """As the window and the command line tell it; every byte of the data folder stays."""
    workspace, folder = at_rest
    path = tmp_path / "资费.xlsx"
    make(path)
    before = stored(folder)
    with pytest.raises(FileError) as refused:
        open_import(path, workspace)
    assert stored(folder) == before
    failure = refused.value
    assert failure.findings[0].code == code
    text, cure = load_words("zh").failure(failure)
    assert "资费.xlsx" in text
    assert cure.startswith("请")
    assert not _ENGLISH.search(f"{text} {cure}")
    assert "{" not in text + cure
    english = " ".join(load_words("en").failure(failure)).replace("资费.xlsx", "")
    assert not re.search(r"[\u4e00-\u9fff]", english.replace("价格", ""))


@_bad
def test_the_command_line_says_the_same(
    make: Callable[[Path], None],
    code: str,
    sample_folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On stderr, with the exit code of a failure."""
    path = tmp_path / "资费.xlsx"
    make(path)
    before = stored(sample_folder)
    assert main(["--data", str(sample_folder), "import", str(path)]) == 1
    told = capsys.readouterr().err
    assert stored(sample_folder) == before
    words = load_words("zh")
    assert words.told(code, {})[1][:6] in told
    assert not _ENGLISH.search(told)


def test_a_cell_with_a_broken_reference_is_a_finding_of_its_place(
    at_rest: tuple[Workspace, Path], tmp_path: Path
) -> None:
    """The file is read; the row, the column and the cure are told, and nothing can be stored."""
    workspace, folder = at_rest
    path = tmp_path / "资费.xlsx"
    bad_files.broken_reference(path)
    before = stored(folder)
    opened = open_import(path, workspace)
    plan = prepare_import(
        path, opened, None, workspace, QUOTE_DAY, version="v", missing=Missing.KEEP
    )
    (found,) = [problem for problem in plan.problems if problem.blocks]
    assert (found.code, found.where.row) == ("cell.error_value", 2)
    text, cure = load_words("zh").told(found.code, found.parameters)
    assert text == "单元格显示错误值 #REF!。"
    assert cure == "请在原表中改正公式后保存。"
    assert plan.content is None
    assert stored(folder) == before


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is(
    at_rest: tuple[Workspace, Path], tmp_path: Path
) -> None:
    """Two rows, whatever the dimension says."""
    workspace, _ = at_rest
    path = tmp_path / "资费.xlsx"
    bad_files.lying_dimension(path)
    (table,) = open_import(path, workspace).tables
    assert table.table.values(0) == ("NET.RENT",)


@pytest.mark.parametrize(
    ("beside", "code", "program"),
    [
        ("", "file.forbidden", "WPS 或 Excel"),
        ("~$资费.xlsx", "file.in_use", "WPS 或 Excel"),
        (".~lock.资费.xlsx#", "file.in_use", "LibreOffice"),
    ],
)
def test_a_file_that_another_program_holds_is_told_with_its_name(
    beside: str,
    code: str,
    program: str,
    at_rest: tuple[Workspace, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows refuses to open a workbook that Excel holds for itself; here the system is asked."""
    workspace, folder = at_rest
    path = tmp_path / "资费.xlsx"
    path.write_bytes(workbook())
    if beside:
        (tmp_path / beside).write_bytes(b"")
    before = stored(folder)
    usual = Path.open

    def refuse(self: Path, mode: str = "r") -> IO[bytes]:
        if self == path:
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(path))
        return cast("IO[bytes]", usual(self, mode))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileError) as refused:
        open_import(path, workspace)
    monkeypatch.undo()
    assert stored(folder) == before
    assert refused.value.findings[0].code == code
    text, cure = load_words("zh").failure(refused.value)
    assert f"{program}中" in cure
    assert not _ENGLISH.search(f"{text} {cure}")
