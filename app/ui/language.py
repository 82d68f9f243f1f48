"""Which language the window speaks, and its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.local_text import Language

SETTINGS_FILE = "settings.toml"


class _LanguageOnly(msgspec.Struct):
    """The one setting that is needed before the window is built."""

    language: str = "system"


def window_language(folder: Path) -> Language:
    """The language of the settings; otherwise the system's, and Chinese where that is neither."""
    chosen = "system"
    try:
        chosen = msgspec.toml.decode(
            (folder / SETTINGS_FILE).read_bytes(), type=_LanguageOnly
        ).language
    except (OSError, msgspec.MsgspecError):
        chosen = "system"  # a damaged file is reported when the settings are read
    if chosen in {"zh", "en"}:
        return "zh" if chosen == "zh" else "en"
    return system_language()


def system_language() -> Language:
    """Chinese on a Chinese system, otherwise English."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def install_translation(language: Language) -> None:
    """Give the application the texts of a language; English is in the code."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for old in application.findChildren(QTranslator):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    folders = {
        "qtbase_zh_CN": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        "quotewright_zh_CN": str(resource("locale", "qt")),
    }
    for name, folder in folders.items():
        translator = QTranslator(application)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
