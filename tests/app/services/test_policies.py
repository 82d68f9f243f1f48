"""The rules that come with the program are read whole, and a wrong figure is never a free pass."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.errors import ImportRejected, UnknownFormat
from app.paths import resource
from app.services.policies import load_authority, load_rules, load_tax_classes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("tax_class", "day", "rate"),
    [
        ("basic_telecom", date(2026, 11, 23), "0.09"),
        ("telecom_reclassified_2026", date(2025, 12, 31), "0.06"),
        ("telecom_reclassified_2026", date(2026, 1, 1), "0.09"),
        ("value_added", date(2026, 11, 23), "0.06"),
        ("goods", date(2026, 11, 23), "0.13"),
        ("pass_through", date(2026, 11, 23), "0"),
    ],
)
def test_each_tax_class_has_its_rate_on_a_day(tax_class: str, day: date, rate: str) -> None:
    """Broadband changed its class with the year 2026."""
    (found,) = (one for one in load_tax_classes() if one.id == tax_class)
    assert found.rate_on(day) == Decimal(rate)
    assert found.source


def test_the_rules_are_those_on_paper() -> None:
    """Band of 15 %, window of six months, limits of the five levels."""
    rules = load_rules()
    assert rules.pricing.guided_band == 15
    assert (rules.spend.window, rules.spend.history) == (6, 12)
    assert [str(share) for share in (rules.spend.churn_yellow, rules.spend.churn_red)] == [
        "30",
        "50",
    ]
    limits = {c.id: [str(limit) for limit in c.limits] for c in rules.authority.criteria}
    assert limits["market_discount"] == ["5", "10", "15", "25", "None"]
    assert limits["guided_discount"] == ["0", "5", "10", "15", "15"]
    assert limits["margin"] == ["35", "30", "22", "12", "0"]
    assert limits["contract_value"] == ["100000", "300000", "1000000", "5000000", "None"]
    assert [c.id for c in rules.authority.criteria if c.smallest] == ["margin"]


def policy_with(folder: Path, name: str, old: str, new: str) -> Path:
    """The policy files in another folder, with one change."""
    for file in resource("policy").glob("*.toml"):
        (folder / file.name).write_bytes(file.read_bytes())
    changed = folder / name
    text = changed.read_text(encoding="utf-8")
    assert old in text
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


LIMITS = '"5", "10", "15", "25", "none"'


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        (LIMITS, '"5", "NaN", "15", "25", "none"', "limit_wrong", "criteria[0].limits[1]"),
        (LIMITS, '"5", "-1", "15", "25", "none"', "limit_wrong", "criteria[0].limits[1]"),
        (LIMITS, '"5", "10", "15", "25"', "limit_missing", "criteria[0].limits[4]"),
        (LIMITS, '"5", "L4-21", "15", "25", "none"', "limits_fall", "criteria[0].limits[1]"),
        ('id = "margin"', 'id = "marge"', "unknown_measure", "criteria[6].id"),
        ('unit = "months"', 'unit = "yuan"', "unit_wrong", "criteria[4].unit"),
        ("smallest = true", "smallest = false", "direction_wrong", "criteria[6].smallest"),
        ('id = "free_months"', 'id = "margin"', "duplicate", "criteria[6]"),
        ('level = "L5"', 'level = "L6"', "unknown_level", "flags[5].level"),
        ('id = "tender"', 'id = "full_moon"', "unknown_flag", "flags[2]"),
        ("days = 90", "days = -1", "window_wrong", "window"),
        ('version = "sample-2026"', 'version = ""', "version_missing", "version"),
    ],
)
def test_each_mistake_in_the_matrix_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, code: str, place: str
) -> None:
    """And the whole file is not used: a limit that is not understood would allow everything."""
    with pytest.raises(ImportRejected) as refused:
        load_authority(policy_with(tmp_path, "authority.toml", old, new))
    found = {(p.code, p.where.file, p.where.column) for p in refused.value.problems}
    assert (f"authority.{code}", "authority.toml", place) in found


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ('role = "L2"', 'role = "L9"', "authority.role_without_limits", "people[1].role"),
        ('id = "M102"', 'id = "M101"', "authority.duplicate", "people[2]"),
        ('team = "一组"', 'colour = "red"', "import.field_wrong", "people[0]"),
    ],
)
def test_each_mistake_about_people_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, code: str, place: str
) -> None:
    """A role without limits is an error, never a free pass (V56)."""
    with pytest.raises(ImportRejected) as refused:
        load_authority(policy_with(tmp_path, "staff.toml", old, new))
    found = {(p.code, p.where.file, p.where.column) for p in refused.value.problems}
    assert (code, "staff.toml", place) in {(c, f, w[: len(place)]) for c, f, w in found}


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    """With the place in the text."""
    with pytest.raises(UnknownFormat) as broken:
        load_authority(policy_with(tmp_path, "authority.toml", "version =", "version"))
    assert broken.value.parameters["file"] == "authority.toml"
    assert broken.value.parameters["place"]


def test_a_folder_without_a_matrix_is_refused(tmp_path: Path) -> None:
    """No limits at all is the largest free pass of all."""
    (tmp_path / "staff.toml").write_text("")
    with pytest.raises(ImportRejected) as refused:
        load_authority(tmp_path)
    assert [problem.code for problem in refused.value.problems] == ["authority.no_edition"]


def test_a_later_edition_holds_from_its_first_day(tmp_path: Path) -> None:
    """Until the day before, the earlier one; before both, the first: there always are limits."""
    folder = policy_with(tmp_path, "authority.toml", "watch = 3", "watch = 3")
    text = (folder / "authority.toml").read_text(encoding="utf-8")
    later = text.replace("sample-2026", "sample-2027").replace("2026-01-01", "2027-01-01")
    (folder / "authority-2027.toml").write_text(later, encoding="utf-8")
    rules = load_rules()._replace(editions=load_authority(folder))
    days = (date(2025, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [rules.authority_on(day).version for day in days] == [
        "sample-2026",
        "sample-2026",
        "sample-2027",
    ]


def test_a_circle_of_standing_in_is_found(tmp_path: Path) -> None:
    """Only where the days meet; so are an unknown person and an end before the beginning."""
    folder = policy_with(tmp_path, "authority.toml", "watch = 3", "watch = 3")
    staff = (folder / "staff.toml").read_text(encoding="utf-8")

    def found(*absences: str) -> list[tuple[str, str]]:
        text = staff + "".join(f"\n[[absences]]\n{one}\n" for one in absences)
        (folder / "staff.toml").write_text(text, encoding="utf-8")
        try:
            load_authority(folder)
        except ImportRejected as refused:
            return [(p.code.removeprefix("authority."), p.where.column) for p in refused.problems]
        return []

    one = 'person = "M102"\nfirst = 2026-12-01\nlast = 2026-12-05\ndelegate = "M103"'
    back = 'person = "M103"\nfirst = 2026-12-05\nlast = 2026-12-09\ndelegate = "M102"'
    apart = back.replace("2026-12-05", "2026-12-06")
    assert found(one, apart) == []
    assert found(one, back) == [
        ("delegation_in_a_circle", "absences[0]"),
        ("delegation_in_a_circle", "absences[1]"),
    ]
    assert found(one.replace("M103", "M999")) == [("unknown_person", "absences[0]")]
    assert found(one.replace("2026-12-05", "2026-11-05")) == [("absence_ends_first", "absences[0]")]
