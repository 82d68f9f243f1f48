"""What a tag in a Word template may say: the allow-list, and the environment that fills it.

Templates come from colleagues and are data, never program. Before anything is filled, every tag is
parsed and walked: only declared fields, conditions and loops over declared lists may stand there.
The environment is a second wall for the same purpose, with nothing in it to reach for.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final

from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS: Final = frozenset({"upper", "lower", "trim", "length", "join", "first", "last", "e"})
_TESTS: Final = frozenset({"defined", "none", "==", "eq", "!=", "ne", "<", "lt", ">", "gt"})
_LOOP: Final = frozenset({"loop.first", "loop.last", "loop.index", "loop.revindex"})
_DEEPEST: Final = 3
_INTERNAL: Final = re.compile(
    r"(^|\.)(cost\w*|margin\w*|authority|verdict|floor\w*|approv\w*|concession\w*|notes?|personality)"
    r"($|\.)"
)
TAG: Final = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
"""A tag, in text whose tags are balanced."""
_MARK: Final = re.compile(r"\{[{%#]|[}%#]\}")
_FULL_WIDTH: Final = re.compile(r"[｛｝]|\{％|％\}")
_ALLOWED: Final = frozenset(
    {
        *("Template", "Output", "TemplateData", "Name", "Getattr", "Const", "For", "If"),
        *("Filter", "Test", "Compare", "Operand", "And", "Or", "Not", "CondExpr"),
    }
)
_NEAR: Final = 20
_LONGEST: Final = 500
_MOST_OPEN: Final = 16
_STATEMENT: Final = re.compile(r"\{%\s*(if|for|endif|endfor)\b")


def environment() -> ImmutableSandboxedEnvironment:
    """A Jinja environment in which a template can read values and nothing else.

    Undefined names raise, text is escaped for XML, there are no globals, and only a handful of
    filters and tests.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    made.globals.clear()
    for table, kept in ((made.filters, FILTERS), (made.tests, _TESTS)):
        for name in [name for name in table if name not in kept]:
            del table[name]
    return made


def unbalanced(text: str) -> str:
    """The text around the first tag that is not opened and closed properly; empty when all are.

    It runs in linear time, before docxtpl's regular expressions, which do not.
    """
    opened = ""
    for mark in _MARK.finditer(text):
        found = mark.group()
        near = text[max(0, mark.start() - _NEAR) : mark.end() + _NEAR]
        if found[0] == "{":
            if opened:
                return near
            opened = found
        elif not opened or {"{": "}", "%": "%", "#": "#"}[opened[1]] != found[0]:
            return near
        else:
            opened = ""
    return text[-2 * _NEAR :] if opened else ""


def full_width_braces(text: str) -> str:
    """The text around a brace typed with a Chinese keyboard, which no filling would notice."""
    found = _FULL_WIDTH.search(text)
    return text[max(0, found.start() - _NEAR) : found.end() + _NEAR] if found else ""


def tag_faults(source: str, known: frozenset[str], part: str) -> tuple[Problem, ...]:
    """Everything in the tags of one part that is not allowed.

    Args:
        source: The part as docxtpl hands it to Jinja, a paragraph per line.
        known: Names that may be used, as ``known_names`` gives them.
        part: Name of the part, for the place.

    Returns:
        Findings; ``where.row`` is the line of the source.
    """
    from jinja2 import TemplateSyntaxError

    lines = source.splitlines()
    if (at := _overgrown(source)) >= 0:
        line = source.count("\n", 0, at) + 1
        field = source[at : at + 2 * _NEAR]
        return (_fault("template.too_deep", part, lines, line, field=field),)
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        reason = error.message or ""
        return (_fault("template.syntax", part, lines, error.lineno, reason=reason),)
    walk = _Walk(known, part, lines)
    return tuple(walk.node(tree, {}, 0))


def _overgrown(source: str) -> int:
    """Where a tag is too long, or too deep inside others, to be read safely; -1 for nowhere."""
    depth = 0
    for tag in TAG.finditer(source):
        text = tag.group()
        statement = _STATEMENT.match(text)
        if statement is not None:
            depth += -1 if statement.group(1).startswith("end") else 1
        if len(text) > _LONGEST or depth > _MOST_OPEN:
            return tag.start()
    return -1


def used_names(source: str) -> frozenset[str]:
    """Every dotted name that a part uses, with the members of lists written ``name[]``."""
    walk = _Walk(frozenset(), "", [])
    tuple(walk.node(environment().parse(source), {}, 0))
    return frozenset(walk.seen)


class _Walk:
    """One walk over the syntax tree of a part.

    Attributes:
        seen: Dotted names met so far.
    """

    def __init__(self, known: frozenset[str], part: str, lines: list[str]) -> None:
        self._known = known
        self._part = part
        self._lines = lines
        self.seen: set[str] = set()

    def node(self, node: nodes.Node, bound: Mapping[str, str], depth: int) -> Iterator[Problem]:
        """The faults of a node and of what is below it."""
        from jinja2 import nodes

        kind = type(node).__name__
        if kind not in _ALLOWED:
            yield self._found("template.forbidden", node, construct=kind)
        elif isinstance(node, (nodes.Name, nodes.Getattr)):
            yield from self._name(node, bound)
        elif isinstance(node, nodes.For):
            yield from self._loop(node, bound, depth)
        else:
            if isinstance(node, nodes.Filter) and node.name not in FILTERS:
                yield self._found("template.forbidden", node, construct=f"| {node.name}")
            for child in node.iter_child_nodes():
                yield from self.node(child, bound, depth)

    def _loop(self, loop: nodes.For, bound: Mapping[str, str], depth: int) -> Iterator[Problem]:
        from jinja2 import nodes

        over = self._path(loop.iter, bound)
        self.seen.add(over)
        if depth >= _DEEPEST:
            yield self._found("template.too_deep", loop, field=over)
        if not isinstance(loop.target, nodes.Name) or loop.recursive:
            yield self._found("template.forbidden", loop, construct="for")
            return
        if f"{over}[]" not in self._known:
            yield from self._unknown(over, loop, "template.not_a_list")
        inner = {**bound, loop.target.name: f"{over}[]"}
        for child in (*loop.body, *loop.else_, *([loop.test] if loop.test else [])):
            yield from self.node(child, inner, depth + 1)

    def _name(self, node: nodes.Node, bound: Mapping[str, str]) -> Iterator[Problem]:
        path = self._path(node, bound)
        self.seen.add(path)
        if path not in self._known and path not in _LOOP:
            yield from self._unknown(path, node, "template.unknown_field")

    def _path(self, node: nodes.Node, bound: Mapping[str, str]) -> str:
        from jinja2 import nodes

        if isinstance(node, nodes.Name):
            return bound.get(node.name, node.name)
        if isinstance(node, nodes.Getattr):
            return f"{self._path(node.node, bound)}.{node.attr}"
        return "?"

    def _unknown(self, path: str, node: nodes.Node, code: str) -> Iterator[Problem]:
        if _INTERNAL.search(path):
            yield self._found("template.internal_field", node, field=path)
            return
        close = difflib.get_close_matches(path, self._known, 1)
        yield self._found(code, node, field=path, suggestion=close[0] if close else "")

    def _found(self, code: str, node: nodes.Node, **parameters: str) -> Problem:
        return _fault(code, self._part, self._lines, node.lineno, **parameters)


def _fault(code: str, part: str, lines: list[str], lineno: int, **parameters: str) -> Problem:
    line = lines[lineno - 1] if 0 < lineno <= len(lines) else ""
    near = re.sub(r"<[^>]+>", "", line).strip()[:80]
    return Problem(
        code, Severity.ERROR, Place(sheet=part, row=lineno), {**parameters, "near": near}
    )
