"""The settings file: TOML that a person can read and mend; a damaged one never stops the program.

What cannot be read falls back to its default with a finding, field by field, and the damaged file
is kept beside the new one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.errors import FileError
from app.quoting.number_pattern import CONTRACT_NUMBER, contract_pattern_fault
from app.quoting.quote import AccountManager
from app.quoting.supplier import Supplier
from app.settings import Settings
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import settings_file
from catalog.known_type import known
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from pathlib import Path

_HEADING = "# Quotewright settings. Delete a line to return to its default.\n"


class LoadedSettings(NamedTuple):
    """Settings as read from the file.

    Attributes:
        settings: They always work.
        problems: A warning for each thing that fell back to its default: the whole file
            (``settings.unreadable``), one field (``settings.value``), or a field that this
            program does not know (``settings.unknown``).
    """

    settings: Settings
    problems: tuple[Problem, ...]


class SettingsStore:
    """Reads and writes the settings of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the data folder; it is made at the first save."""
        self._file = settings_file(folder)

    def load(self) -> LoadedSettings:
        """Read the settings; without a file there are defaults and no finding."""
        try:
            data = self._file.read_bytes()
        except FileNotFoundError:
            return LoadedSettings(Settings(), ())
        except OSError as failure:
            return LoadedSettings(
                Settings(), (self._problem("settings.unreadable", "", failure.strerror),)
            )
        try:
            plain = msgspec.toml.decode(data, type=dict[str, object])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as failure:
            self._keep_damaged(data)
            return self._nothing_read(failure)
        loaded = self._from_plain(plain)
        if loaded.problems:
            self._keep_damaged(data)
        return loaded

    def save(self, settings: Settings) -> None:
        """Write the settings; the old file stays whole until the new one is.

        Raises:
            StorageError: The file could not be written.
        """
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, _toml(settings).encode())
        except FileError as failure:
            reason = failure.parameters["reason"]
            raise storage_error(self._file, reason, failure.parameters["detail"]) from failure
        except OSError as failure:
            raise storage_error(self._file, "folder", failure.strerror) from failure

    def change(self, begun: Settings, wanted: Settings) -> Settings:
        """Write what somebody changed, and leave alone what was stored since he began.

        Args:
            begun: The settings that he saw; where the file cannot be read, they are stored.
            wanted: The same with what he changed.

        Returns:
            The settings as they are stored now.

        Raises:
            StorageError: The file could not be written.
        """
        loaded = self.load()
        unread = any(problem.code == "settings.unreadable" for problem in loaded.problems)
        stored = begun if unread or not self._file.exists() else loaded.settings
        before, after = msgspec.structs.asdict(begun), msgspec.structs.asdict(wanted)
        changed = {name: value for name, value in after.items() if value != before[name]}
        merged = msgspec.structs.replace(stored, **changed)
        self.save(merged)
        return merged

    def _from_plain(self, plain: dict[str, object]) -> LoadedSettings:
        settings = Settings()
        problems: list[Problem] = []
        for name, value in plain.items():
            if name not in Settings.__struct_fields__:
                problems.append(self._problem("settings.unknown", name, ""))
                continue
            try:
                one = msgspec.convert({name: value}, known(Settings))
            except msgspec.ValidationError as failure:
                detail = str(failure).partition(" - at ")[0]
                problems.append(self._problem("settings.value", name, detail))
            else:
                settings = msgspec.structs.replace(settings, **{name: getattr(one, name)})
        return LoadedSettings(settings, tuple(problems))

    def _nothing_read(self, detail: object) -> LoadedSettings:
        return LoadedSettings(Settings(), (self._problem("settings.unreadable", "", detail),))

    def _problem(self, code: str, field: str, detail: object) -> Problem:
        return Problem(
            code,
            Severity.WARNING,
            Place(file=self._file.name, column=field),
            {"file": self._file.name, "field": field, "detail": str(detail)},
        )

    def _keep_damaged(self, data: bytes) -> None:
        try:
            write_atomically(self._file.with_name("settings-damaged.toml"), data)
        except FileError:
            # The copy is a courtesy; the program starts without it on a full disk too.
            return


def account_manager(settings: Settings) -> AccountManager:
    """The author of new quotes."""
    return AccountManager(
        settings.manager_id, settings.manager_name, settings.manager_phone, settings.role
    )


def supplier(settings: Settings) -> Supplier:
    """The company that makes the offers."""
    return Supplier(
        name=settings.supplier_name,
        address=settings.supplier_address,
        phone=settings.supplier_phone,
        credit_code=settings.supplier_credit_code,
        representative=settings.supplier_representative,
        bank=settings.supplier_bank,
        bank_account=settings.supplier_bank_account,
        hotline=settings.supplier_hotline,
        brand=settings.supplier_brand,
        contract_number="" if _usual(settings.contract_number) else settings.contract_number,
    )


def _usual(pattern: str) -> bool:
    """Whether papers are numbered as usual; a pattern that cannot be used counts as that."""
    return pattern == CONTRACT_NUMBER or bool(contract_pattern_fault(pattern))


def _toml(settings: Settings) -> str:
    """One entry for each setting; TOML strings have the escapes of JSON, and delete as well."""
    entries = (
        f"{name} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
        for name, value in msgspec.structs.asdict(settings).items()
    )
    return _HEADING + "\n".join(entries) + "\n"
