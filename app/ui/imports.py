"""Imports beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.import_sample import SampleImport
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

_STEPS = 100


def run_sample_import(
    around: Surroundings,
    workspace: Workspace,
    then: Callable[[], None],
    failed: Callable[[Exception], None],
) -> Task:
    """Import the sample data and say how much it was."""
    now = around.clock()

    def work(task: Task) -> SampleImport:
        from app.services.import_sample import import_sample

        return import_sample(
            workspace,
            today=now.date(),
            now=now,
            progress=lambda share: task.report(round(share * _STEPS), _STEPS),
        )

    def tell(done: SampleImport) -> None:
        translate = QCoreApplication.translate
        text = translate(
            "Imports",
            "Imported {offerings} offerings with {charges} charges, {bundles} bundles,"
            " {customers} customers and {quotes} quotes",
        )
        around.toasts.show_news(
            text.format(
                offerings=done.offerings,
                charges=done.charges,
                bundles=done.bundles,
                customers=done.customers,
                quotes=done.quotes,
            ),
            "ok",
        )
        then()

    return around.tasks.run(work, tell, failed)
