"""Language, colours and user of the window: the settings as far as it is built with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from app.paths import resource
from app.settings import Settings
from app.ui.tokens import DARK, LIGHT
from catalog.known_type import known

if TYPE_CHECKING:
    from app.ui.tokens import Colors
    from catalog.local_text import Language


SETTINGS_FILE = "settings.toml"


def read_early(folder: Path) -> Settings:
    """The settings of a data folder; the defaults where there are none or they are damaged.

    A damaged file is mended and reported when the workspace reads it.
    """
    try:
        return msgspec.toml.decode((folder / SETTINGS_FILE).read_bytes(), type=known(Settings))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Settings()


def window_language(chosen: Literal["system", "zh", "en"]) -> Language:
    """The language that the settings choose, or the system's."""
    return system_language() if chosen == "system" else chosen


def system_language() -> Language:
    """Chinese on a Chinese system, otherwise English."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def scheme_of(theme: Literal["system", "light", "dark"]) -> Colors:
    """The colours that the settings choose, or those of the system."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark if theme == "system" else theme == "dark"
    return DARK if dark else LIGHT


class _Translator(QTranslator):
    """Texts held in memory: Qt maps a file that it loads, and would crash where it is replaced."""

    _texts: bytes = b""
    """Qt points into them and copies nothing: they live as long as the translator does."""

    def read(self, file: Path) -> bool:
        """Take the texts of a compiled file; ``False`` where there is none that can be read."""
        try:
            self._texts = file.read_bytes()
        except OSError:
            return False
        return self.load(self._texts)


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
        "qtbase_zh_CN": Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        "quotewright_zh_CN": resource("locale", "qt"),
    }
    for name, folder in folders.items():
        translator = _Translator(application)
        if translator.read(folder / f"{name}.qm"):
            QCoreApplication.installTranslator(translator)
