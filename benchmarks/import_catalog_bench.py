"""How long the whole import of a workbook takes, step by step, and how much memory it needs.

Run as ``python -m benchmarks.import_catalog_bench [rows ...]``; 1,000, 10,000, 50,000, 100,000 and
1,000,000 charge rows otherwise. Each size runs in a process of its own, so that peaks are its own.
More rows than the program reads are refused; then the refusal and its time are printed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from app.errors import FileError
from app.services.import_steps import open_import, prepare_import, store_import
from app.services.workspace import Workspace
from app.storage.foreign.limits import LIMITS
from app.translation import load_words
from benchmarks.cpu_time import load
from catalog.merging import Missing

_SIZES = (1000, 10_000, 50_000, 100_000, 1_000_000)
_DAY = date(2026, 11, 23)
_HEADING = (
    *(
        "资费编码",
        "资费名称",
        "英文名称",
        "产品名称",
        "产品英文名称",
        "产品族",
        "适用客户",
        "收费类型",
    ),
    *("计量单位", "计费周期", "标准资费(元)", "成本(元)", "定价方式", "税率", "税目", "依赖产品"),
    *("互斥产品", "最小数量", "最大数量", "合约期", "带宽", "卖点", "英文卖点", "备注"),
)


def write(path: Path, rows: int) -> None:
    """A price list of two charges an offering, every name its own; only codes if it is too long."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("资费")
    sheet.append(_HEADING)
    for number in range(rows):
        offering, second = divmod(number, 2)
        if rows > LIMITS.rows:
            sheet.append((f"NET{offering}.{'INST' if second else 'RENT'}",))
            continue
        name = f"互联网专线 {offering % 977} 型{offering}"
        sheet.append(
            (
                f"NET{offering}.{'INST' if second else 'RENT'}",
                f"{name} {'安装费' if second else '月租'}",
                f"Leased line {offering} {'set-up' if second else 'rental'}",
                name,
                f"Leased line {offering}",
                "数据",
                "ALL",
                "一次性" if second else "月租",
                "条",
                "一次" if second else "月",
                (number * 7919 % 1_000_000) / 100,
                (number * 104_729 % 500_000) / 100,
                "市场调节价",
                "9%",
                "basic_telecom",
                None,
                None,
                1,
                500,
                12,
                f"{offering % 1000}M",
                "稳定、不掉线",
                "Stable",
                None,
            )
        )
    book.save(path)


def measure(path: Path, folder: Path) -> str:
    """Import the list into a new data folder, twice: all new, then compared with itself."""
    import resource

    workspace = Workspace.open(folder)
    wall, steps = time.perf_counter(), []

    def step(name: str) -> None:
        nonlocal wall
        now = time.perf_counter()
        steps.append(f"{name} {now - wall:5.2f}")
        wall = now

    began = wall
    try:
        opened = open_import(path, workspace)
    except FileError as failure:
        text = " ".join(load_words("en").failure(failure))
        return f"{path.stem} rows: refused after {time.perf_counter() - began:.2f} s: {text}"
    step("open")
    plan = prepare_import(path, opened, None, workspace, _DAY, version="one", missing=Missing.KEEP)
    step("plan")
    assert plan.content is not None, plan.problems[:5]
    store_import(workspace, plan, opened.tables)
    step("store")
    total = time.perf_counter() - began
    again = prepare_import(
        path, opened, None, workspace, _DAY, version="two", missing=Missing.WITHDRAW
    )
    step("plan again")
    assert again.differences == ()
    workspace.close()
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    return (
        f"{plan.rows:7,} rows: {total:6.2f} s ({', '.join(steps)} s); "
        f"peak memory {here:4} MB here, {worker:4} MB worker"
    )


def main() -> None:
    """Write the lists, import them, print."""
    if sys.argv[1:2] == ["--one"]:
        print(measure(Path(sys.argv[2]), Path(sys.argv[3])))
        return
    sizes = [int(text) for text in sys.argv[1:]] or list(_SIZES)
    with tempfile.TemporaryDirectory() as folder:
        print(load())
        for rows in sizes:
            path = Path(folder) / f"{rows}.xlsx"
            write(path, rows)
            data = Path(folder) / f"data{rows}"
            own = [sys.executable, "-m", "benchmarks.import_catalog_bench", "--one"]
            subprocess.run([*own, str(path), str(data)], check=True)  # noqa: S603 (our own program)


if __name__ == "__main__":
    main()
