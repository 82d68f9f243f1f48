"""Every text exists in both languages with the same placeholders, and every code has one."""

from __future__ import annotations

import ast
import csv
import re
import string
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from app.errors import FileRefused, QuotewrightError
from app.paths import resource
from app.services.question_bank import load_questions
from app.translation import FOLDERS, Words, load_words
from catalog.problem import Problem
from pricing.alterations import Discount

if TYPE_CHECKING:
    from catalog.local_text import Language

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "catalog", "pricing")
CODE = re.compile(r"[a-z][a-z0-9]*(?:\.[a-z0-9][a-z0-9_]*)+")
ZH, EN = load_words("zh"), load_words("en")
TEXTS = {"zh": ZH, "en": EN}


def placeholders(text: str) -> set[str]:
    """Names between braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def told_codes(words: Words) -> set[str]:
    """Codes that are told: what is wrong, and what cures it."""
    keys = words.keys()
    return {key.removesuffix(".cure") for key in keys if key.endswith(".cure")}


MAKERS = ("Problem", "CellFault", "finding", "problem")
"""What findings are made with; the last name of what is called."""


class Source:
    """What the source of the product says, read in one walk.

    Attributes:
        calls: Every call of one of the makers.
        literals: Every text constant that looks like a code.
    """

    def __init__(self) -> None:
        self.calls: list[ast.Call] = []
        self.literals: set[str] = set()
        for room in ROOMS:
            for path in sorted((ROOT / room).rglob("*.py")):
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    self._look(node)

    def _look(self, node: ast.AST) -> None:
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str) and CODE.fullmatch(node.value):
                self.literals.add(node.value)
        elif isinstance(node, ast.Call):
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if name in MAKERS and node.args:
                self.calls.append(node)


@cache
def source() -> Source:
    """The source, read once."""
    return Source()


def words_of(node: ast.expr) -> set[str]:
    """The literal texts that an expression can be: itself, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return words_of(node.body) | words_of(node.orelse)
    return set()


def found_codes() -> set[str]:
    """Codes that findings and failures of the product are made with."""
    made = {word for call in source().calls for word in words_of(call.args[0])}
    return {word for word in made if CODE.fullmatch(word)}


def every_failure(kind: type[QuotewrightError] = QuotewrightError) -> set[str]:
    """Codes of the expected failures, over the whole tree."""
    codes = {kind.code}
    for child in kind.__subclasses__():
        codes |= every_failure(child)
    return codes


def test_both_languages_have_the_same_texts() -> None:
    """None is missing and none is left over."""
    assert ZH.keys() == EN.keys()


def test_a_text_names_the_same_things_in_both_languages() -> None:
    """A placeholder that one language forgot hides a fact from its readers."""
    for key in sorted(ZH.keys()):
        zh, en = ZH._texts[key], EN._texts[key]
        named = {name.replace("_zh", "_en") for name in placeholders(zh)}
        assert named == placeholders(en), key
        assert zh.strip(), key
        assert en.strip(), key


def test_every_code_has_a_text_and_a_cure() -> None:
    """Whatever is found, the user reads what is wrong and what to do."""
    wanted = found_codes() | every_failure()
    assert len(wanted) > 80
    assert not wanted - told_codes(ZH)
    for words in TEXTS.values():
        for code in told_codes(words):
            assert f"{code}.text" in words, code


def test_every_text_belongs_to_a_code_that_can_occur() -> None:
    """A text that nothing shows is a lie about the product."""
    used = source().literals | every_failure() | {"failure"}
    assert not told_codes(ZH) - used


def parameters_of(call: ast.Call) -> set[str] | None:
    """Names that a finding is given, where they are written in its own call."""
    given = {k.arg for k in call.keywords if k.arg} - {"where", "severity", "parameters"}
    parts = [k.value for k in call.keywords if k.arg == "parameters"] + call.args[3:4]
    parts += [second for second in call.args[1:2] if isinstance(second, ast.Dict)]
    if not parts:
        return given
    if isinstance(parts[0], ast.Dict) and all(isinstance(k, ast.Constant) for k in parts[0].keys):
        return given | {str(k.value) for k in parts[0].keys if isinstance(k, ast.Constant)}
    return None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_placeholder_is_given(language: str) -> None:
    """Where a finding lists its parameters beside its code, none that the text names is missing."""
    words = TEXTS[language]
    looked = 0
    for call in source().calls:
        given = parameters_of(call)
        for code in words_of(call.args[0]):
            if given is None or f"{code}.text" not in words:
                continue
            looked += 1
            text = words._texts[f"{code}.text"] + words._texts[f"{code}.cure"]
            assert placeholders(text) <= given, f"line {call.lineno}: {code}"
    assert looked > 30


def test_a_text_is_filled_with_what_it_names() -> None:
    """By dotted key; a missing text or parameter is a bug that raises."""
    words = Words("en", {"a.b": "{count} of {name}"})
    assert words("a.b", count=2, name="x") == "2 of x"
    assert "a.b" in words
    assert "a" not in words
    with pytest.raises(KeyError):
        words("a.c")
    with pytest.raises(KeyError):
        words("a.b", count=2)


def test_a_message_about_a_problem_never_becomes_one() -> None:
    """Parameters that are missing are empty; a code nobody knows is told in general words."""
    text, cure = EN.told("bundle.expired", {})
    assert text == "The promotion of bundle  ended on ."
    assert cure
    assert EN.told("no.such.code", {"x": "1"}) == EN.told("failure", {})
    assert EN.told("bundle.expired", {"offering": "{B1}", "date": "{0}"})[0] == (
        "The promotion of bundle {B1} ended on {0}."
    )


def test_amounts_in_findings_are_told_in_yuan() -> None:
    """Whole fen are for the program; people read 1,234.50."""
    facts = {"amount": "123450", "most": "5"}
    text, _ = load_words("zh").told("price.quote_discount_too_large", facts)
    assert text == "整单优惠 1,234.50 元超过各项底价允许的 0.05 元，未予采用。"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "内容有误：应填写整数或文字。"),
        ("en", "Wrong content: a whole number or a text is wanted."),
    ],
)
def test_what_a_decoder_wants_is_told_in_words(language: Language, text: str) -> None:
    """Its kinds have words; nothing at all is left out where something else may stand."""
    facts = {"fault": "wrong_kind", "wanted": "int | str | null", "got": "bool"}
    assert load_words(language).told("import.field_wrong", facts)[0] == text


def test_a_reason_is_told_in_words() -> None:
    """Where it has some; otherwise as it came."""
    assert "in use by another program" in EN.told("storage.error", {"reason": "locked"})[0]
    assert "E42" in EN.told("storage.error", {"reason": "E42"})[0]


def test_a_reason_may_have_a_cure_of_its_own() -> None:
    """A full disk wants room, not another try; a reason without one has the cure of the code."""
    assert "Make room" in EN.told("storage.error", {"reason": "disk_full"})[1]
    assert "Make room" in EN.told("file.error", {"reason": "disk_full", "file": "a.docx"})[1]
    assert EN.told("storage.error", {"reason": "E42"})[1] == EN("storage.error.cure")


def test_every_step_of_a_price_has_a_name() -> None:
    """Those that the code names, and one for each kind of manual alteration."""
    steps = {text for text in source().literals if text.startswith("step.")}
    steps |= {f"step.{kind.__struct_config__.tag}" for kind in get_args(Discount)}
    assert len(steps) > 8
    assert steps <= ZH.keys()


def test_languages_live_side_by_side() -> None:
    """A window in English and a contract in Chinese."""
    assert (ZH.language, EN.language) == ("zh", "en")
    assert set(FOLDERS) == {"zh", "en"}
    assert ZH("period.month") == "每月"
    assert EN("period.month") == "per month"


def test_a_code_is_called_by_its_name_or_by_itself() -> None:
    """Segments of the house have names; one that a user made up is shown as it is."""
    assert ZH.codes("segment") == ("SMB", "HIGH", "GROUP", "STRAT", "KEY", "IND", "CLUST")
    assert (ZH.named("segment", "IND"), EN.named("segment", "IND")) == (
        "行业客户",
        "Industry customers",
    )
    assert ZH.named("segment", "OWN") == "OWN"
    assert ZH.named("segment", "") == ""


def test_an_industry_is_called_as_in_its_questions() -> None:
    """One word for one thing."""
    for file in load_questions().files:
        for words in (ZH, EN):
            if file.industry:
                assert words.named("industry", file.industry) == file.name.spoken(words.language)


def test_chinese_texts_have_chinese_punctuation() -> None:
    """A half-width mark after a Chinese character is a slip, also in sample data and policy."""
    window = resource("locale", "qt", "quotewright_zh_CN.ts").read_text("utf-8")
    told = list(ZH._texts.values())
    told += re.findall(r"<translation>(.*?)</translation>", window, re.DOTALL)
    for folder in ("sample", "policy", "questions", "clauses"):
        for path in sorted(resource(folder).rglob("*.toml")):
            told += _texts_of(tomllib.loads(path.read_text("utf-8")))
        for path in sorted(resource(folder).rglob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                told += [cell for row in csv.reader(file) for cell in row]
    assert len(told) > 10_000
    assert [text for text in told if re.search(r"[\u4e00-\u9fff](?:[,:;?!(]| [,:;?!])", text)] == []


def _texts_of(value: object) -> list[str]:
    """Every text in a value of TOML."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts_of(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts_of(part)]
    return [value] if isinstance(value, str) else []


def test_of_many_reasons_the_first_are_told_with_the_cure_of_the_gravest() -> None:
    """A hostile file has a hundred; nobody reads them."""
    parts = [Problem("gate.encrypted_part", parameters={"part": name}) for name in "abcde"]
    text, cure = EN.failure(FileRefused("f.xlsx", parts))
    assert text == (
        "File f.xlsx cannot be used: Part a is encrypted. Part b is encrypted. "
        "Part c is encrypted. And 2 more."
    )
    assert cure == EN.told("gate.encrypted_part", {})[1]
