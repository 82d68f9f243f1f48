"""The window's texts: complete in Chinese, compiled, with the same placeholders."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator

from app.paths import resource
from app.settings import Settings
from app.storage.settings_store import SettingsStore
from app.ui.language import (
    install_translation,
    read_early,
    scheme_of,
    system_language,
    window_language,
)
from app.ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[3]
TEXTS = resource("locale", "qt", "quotewright_zh_CN.ts")
PLACEHOLDER = re.compile(r"\{\w+\}")


def messages(file: Path) -> dict[tuple[str, str], str | None]:
    """Translations by context and source; ``None`` where there is none."""
    found: dict[tuple[str, str], str | None] = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            text = translation.text if translation is not None and done else None
            found[name, message.findtext("source") or ""] = text
    return found


def test_every_text_is_translated_with_its_placeholders() -> None:
    """A text without Chinese would appear in English in the middle of the window."""
    for (context, source), text in messages(TEXTS).items():
        assert text, f"{context}: {source}"
        assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(text)), source


def test_the_translations_are_those_of_the_code(tmp_path: Path) -> None:
    """Extracting the texts again finds nothing new and nothing that is gone."""
    fresh = tmp_path / "fresh.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    files = [str(path) for path in (ROOT / "app" / "ui").rglob("*.py")]
    command = [str(tool), "-silent", "-source-language", "en", *files, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    assert set(messages(fresh)) == set(messages(TEXTS))


@pytest.fixture
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    install_translation("en")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("_english_again")
def test_the_compiled_texts_are_those_of_the_source(qapp: QApplication) -> None:
    """Every text of the source file comes out of the compiled one."""
    install_translation("zh")
    assert len(qapp.findChildren(QTranslator)) >= 1
    for (context, source), text in messages(TEXTS).items():
        assert QCoreApplication.translate(context, source) == text


REPLACED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui import language
application = QCoreApplication(sys.argv)
folder = Path(sys.argv[1])
language.resource = lambda *_: folder
language.install_translation("zh")
(folder / "quotewright_zh_CN.qm").write_bytes(b"")
for at in range(50):
    QCoreApplication.translate("MainWindow", f"text {at}")
print(QCoreApplication.translate(sys.argv[2], sys.argv[3]))
"""
"""Run by itself: a process that maps a file which becomes shorter is killed by the system."""


def test_texts_stay_when_their_file_is_replaced(tmp_path: Path) -> None:
    """An update that writes the file anew under the running program takes no text and no window."""
    shutil.copy(TEXTS.with_suffix(".qm"), tmp_path)
    (context, source), text = next(iter(messages(TEXTS).items()))
    command = [sys.executable, "-c", REPLACED, str(tmp_path), context, source]
    done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    assert done.stdout.decode().strip() == (text or "").strip()


def test_the_settings_decide_the_language() -> None:
    """Only ``system`` asks the computer."""
    assert window_language("zh") == "zh"
    assert window_language("en") == "en"
    assert window_language("system") == system_language()


def test_the_settings_decide_the_colours(qapp: QApplication) -> None:
    """Light and dark as chosen, whatever the computer has."""
    _ = qapp
    assert scheme_of("dark") is DARK
    assert scheme_of("light") is LIGHT


def test_what_was_stored_is_read(tmp_path: Path) -> None:
    """The file of the settings store, without the store."""
    stored = msgspec.structs.replace(Settings(), language="en", theme="dark", manager_name="王")
    SettingsStore(tmp_path).save(stored)
    assert read_early(tmp_path) == stored


def test_a_missing_or_damaged_file_gives_the_defaults(tmp_path: Path) -> None:
    """The program starts; what is wrong is told later."""
    assert read_early(tmp_path) == Settings()
    for damaged in (b"language = [", b"\xff\xfe", b'language = "klingon"\n'):
        (tmp_path / "settings.toml").write_bytes(damaged)
        assert read_early(tmp_path) == Settings()
