"""An import tells how far it is in every step, and stops in every step without a trace."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled
from app.services.import_pace import pace_of
from app.services.import_steps import open_import, prepare_import, store_import
from app.services.workspace import Workspace
from catalog.merging import Missing
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.services.import_steps import OpenedImport
    from catalog.import_plan import ImportPlan

HEADING = "资费编码,资费名称,收费类型,计量单位,计费周期,标准资费(元),成本(元),定价方式,税率\n"
ROWS = 1200


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty one."""
    made = Workspace.open(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def price_list(tmp_path: Path) -> Path:
    """Twelve hundred charges."""
    path = tmp_path / "list.csv"
    rows = (f"A{n}.RENT,专线{n} 月租,月租,条,月,{n}.50,1.00,市场调节价,9%\n" for n in range(ROWS))
    path.write_text(HEADING + "".join(rows), encoding="utf-8")
    return path


def planned(
    workspace: Workspace,
    path: Path,
    opened: OpenedImport,
    progress: Callable[[float], None] | None = None,
    cancel: Event | None = None,
) -> ImportPlan:
    """The plan."""
    return prepare_import(
        path,
        opened,
        None,
        workspace,
        QUOTE_DAY,
        version="one",
        missing=Missing.KEEP,
        progress=progress,
        cancel=cancel,
    )


def test_the_plan_moves_from_beginning_to_end(workspace: Workspace, price_list: Path) -> None:
    """The shares rise, in many steps."""
    heard: list[float] = []
    plan = planned(workspace, price_list, open_import(price_list, workspace), heard.append)
    assert plan.rows == ROWS
    assert plan.content is not None
    assert heard == sorted(heard)
    assert heard[0] == 0
    assert heard[-1] > 0.95
    assert len(heard) > 20


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.7, 0.85, 0.92])
def test_the_plan_stops_wherever_it_is(
    workspace: Workspace, price_list: Path, share: float
) -> None:
    """Soon after the wish: no more than a few steps are heard."""
    opened, cancel = open_import(price_list, workspace), Event()
    after: list[float] = []

    def progress(done: float) -> None:
        if done >= share:
            cancel.set()
            after.append(done)

    with pytest.raises(Cancelled):
        planned(workspace, price_list, opened, progress, cancel)
    assert len(after) == 1


def test_storing_moves_and_the_version_is_at_hand(workspace: Workspace, price_list: Path) -> None:
    """Also after the program is opened again."""
    opened = open_import(price_list, workspace)
    plan = planned(workspace, price_list, opened)
    heard: list[float] = []
    store_import(workspace, plan, opened.tables, progress=heard.append)
    assert heard == sorted(heard)
    assert len(heard) >= 3
    catalog = workspace.catalog()
    assert catalog is not None
    assert catalog.content is plan.content
    workspace.forget_catalog()
    again = workspace.catalog()
    assert again is not None
    assert again.content == plan.content


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_storing_called_off_stores_nothing(
    workspace: Workspace, price_list: Path, share: float
) -> None:
    """Also in the middle of the transaction; the same plan can be stored later."""
    opened, cancel = open_import(price_list, workspace), Event()
    plan = planned(workspace, price_list, opened)

    def progress(done: float) -> None:
        if done >= share:
            cancel.set()

    with pytest.raises(Cancelled):
        store_import(workspace, plan, opened.tables, progress=progress, cancel=cancel)
    assert workspace.catalog() is None
    assert workspace.catalogs.versions() == ()
    store_import(workspace, plan, opened.tables)
    assert workspace.catalog() is not None


def test_steps_that_nobody_sees_are_not_told() -> None:
    """But each of them is a chance to stop."""
    heard: list[float] = []
    cancel = Event()
    pace = pace_of(heard.append, cancel)
    for thousandth in range(10):
        pace(thousandth * 10)
    assert heard == [0.0, 0.005]
    cancel.set()
    with pytest.raises(Cancelled):
        pace(101)
