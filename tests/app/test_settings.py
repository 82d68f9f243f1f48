"""Promises of the settings value."""

from __future__ import annotations

import itertools

import msgspec
import pytest

from app.settings import Settings, setting_fields


def test_every_setting_can_be_shown_in_a_dialog() -> None:
    """Each field has a title in both languages, a group, and help in both languages or none."""
    fields = setting_fields()
    assert [field.name for field in fields] == list(Settings.__struct_fields__)
    for field in fields:
        assert field.title.zh, field.name
        assert field.title.en, field.name
        assert bool(field.help.zh) == bool(field.help.en), field.name
        assert field.group in {"window", "manager", "supplier", "quotes"}, field.name


def test_fields_tell_their_kind_and_bounds() -> None:
    """Choices, numbers, folders and plain text are told apart."""
    fields = {field.name: field for field in setting_fields()}
    language = fields["language"]
    assert (language.kind, language.choices) == ("choice", ("system", "zh", "en"))
    validity = fields["validity_days"]
    assert (validity.kind, validity.default, validity.least, validity.most) == (
        "number",
        15,
        1,
        365,
    )
    assert fields["output_folder"].kind == "folder"
    assert fields["supplier_name"].kind == "text"


def test_fields_of_a_group_stand_together() -> None:
    """The dialog has each group once."""
    groups = [field.group for field in setting_fields()]
    assert [group for group, _fields in itertools.groupby(groups)] == [
        "window",
        "manager",
        "supplier",
        "quotes",
    ]


def test_new_installation_follows_the_system() -> None:
    """Defaults: language and colours of the computer, 15 days, the lowest level."""
    settings = Settings()
    assert (settings.language, settings.theme) == ("system", "system")
    assert (settings.validity_days, settings.role) == (15, "L1")


@pytest.mark.parametrize(
    ("name", "value"),
    [("validity_days", 0), ("validity_days", 366), ("language", "fr"), ("role", ""), ("term", 0)],
)
def test_value_out_of_bounds_is_refused_when_read(name: str, value: object) -> None:
    """What a dialog would not offer, a file cannot bring in."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({name: value}, Settings)
