"""A program that shows the real window on the screen of ``DISPLAY`` and lets a user work in it.

``CASE MANNER LANGUAGE THEME WIDTHxHEIGHT FOLDER``: a worked case from choosing the customer to the
complete printed set, by ``keys`` or ``mouse``; with ``every-key`` all keys are pressed instead. It
leaves in the folder the papers, ``print.pdf``, ``window.png`` and ``report.json``; the tests beside
it start it and read that.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from traceback import format_exception
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtWidgets import QApplication

from app.paths import resource
from app.services.import_cases import read_bills, read_customer
from app.services.import_catalog import read_catalog_files
from app.services.import_sample import SAMPLE_VERSION
from app.services.workspace import Workspace
from app.settings import Settings
from app.start import make_application, make_window
from tests.journeys.on_screen.case_journey import CaseJourney
from tests.journeys.on_screen.every_key import keys_in_vain
from tests.journeys.on_screen.eyes import Eyes
from tests.journeys.on_screen.keyboard import give_characters
from tests.journeys.on_screen.manners import ByKeys, ByMouse
from tests.journeys.on_screen.user import Action, User
from tests.sample import CASES, QUOTE_DAY

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

NOON = datetime(QUOTE_DAY.year, QUOTE_DAY.month, QUOTE_DAY.day, 4, tzinfo=UTC)


class Report(msgspec.Struct):
    """What was done and seen.

    Attributes:
        actions: What the user did.
        figures: The totals bar, each figure with its caption.
        level: Who may grant what is offered.
        state: Of the quote, by its name in the program.
        size: Of the window in logical pixels, and how many pixels of the screen one of them has.
        windows: Kinds of windows that are open at the end.
        in_vain: Keys that did not do what they should.
        failures: Unexpected errors, as they are told to programmers.
    """

    actions: list[Action] = []
    figures: list[str] = []
    level: str = ""
    state: str = ""
    size: tuple[int, int, float] = (0, 0, 0)
    windows: list[str] = []
    in_vain: list[str] = []
    failures: list[str] = []


class Wish(NamedTuple):
    """What is asked for on the command line."""

    case: int
    manner: str
    language: str
    theme: str
    size: str
    folder: str


def make_profile(folder: Path, *, language: str, theme: str) -> None:
    """A data folder with the sample catalogue and customers, without quotes."""
    sample = resource("sample")
    workspace = Workspace.open(folder)
    workspace.catalogs.save(
        read_catalog_files(
            sample / "catalogue.csv",
            sample / "bundles.toml",
            workspace.tax_classes,
            QUOTE_DAY,
            version=SAMPLE_VERSION,
        ).accepted()
    )
    settings = msgspec.toml.decode((sample / "settings.toml").read_bytes(), type=Settings)
    workspace.save_settings(msgspec.structs.replace(settings, language=language, theme=theme))
    for case in CASES:
        place = sample / "cases" / str(case)
        customer = read_customer(place / "customer.toml")
        workspace.customers.save(customer, read_bills(place / "bills.csv"), now=NOON)
    workspace.close()


def work(wish: Wish, window: MainWindow, eyes: Eyes, report: Report) -> None:
    """Be the user; called on a thread of its own."""
    user = User(eyes)
    manner = ByMouse(user) if wish.manner == "mouse" else ByKeys(user)
    try:
        eyes.wait_for(lambda: window.workspace is not None, "the data")
        eyes.settle()
        journey = CaseJourney(wish.case, manner)
        give_characters(os.environ["DISPLAY"], journey.characters)
        if wish.manner == "every-key":
            journey.begin()
            report.in_vain = keys_in_vain(user, eyes)
        else:
            journey.run()
            report.figures = eyes.figures()
            report.level, report.state = eyes.see(lambda: _standing(window))
    except Exception as failure:  # noqa: BLE001 - told in the report
        report.failures += format_exception(failure)
    picture = str(Path(wish.folder) / "window.png")
    eyes.see(lambda: window.screen().grabWindow(0).save(picture))  # of the whole screen
    report.actions = user.actions
    report.windows = eyes.see(_kinds)
    eyes.see(window.close)  # the last window takes the program along


def _standing(window: MainWindow) -> tuple[str, str]:
    session, life = window.desk.session, window.desk.life
    assert session is not None
    assert life is not None
    assert life.life is not None
    return session.worked.revision.verdict.level, life.life.on(QUOTE_DAY).value


def _kinds() -> list[str]:
    return [type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()]


def main(words: list[str]) -> int:
    """Show the window, let the user work, and tell what came of it."""
    wish = Wish(int(words[0]), *words[1:])
    folder, report = Path(wish.folder), Report()
    os.environ["HOME"] = wish.folder  # where the dialogue of printers puts print.pdf
    make_profile(folder / "profile", language=wish.language, theme=wish.theme)
    application = make_application()
    window = make_window(folder / "profile", papers=folder / "papers", clock=lambda: NOON)
    window.around.tasks.crashed.connect(lambda one: report.failures.extend(format_exception(one)))
    width, height = (int(part) for part in wish.size.split("x"))
    window.setGeometry(0, 0, width, height)
    window.show()
    eyes = Eyes(window)
    user = Thread(target=work, args=(wish, window, eyes, report))
    user.start()
    application.exec()
    user.join()
    report.size = (window.width(), window.height(), window.devicePixelRatioF())
    (folder / "report.json").write_bytes(msgspec.json.encode(report))
    if wish.manner == "every-key":  # Qt does not end in order without the deeds of its actions
        os._exit(0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
