"""Which version of each changed function is called: the original or one of its mutants.

mutmut wraps every function in a trampoline that asks at each call which mutant is tried, which
takes longer than most of the functions. ``Switches.wrap`` stands in its place: a version is chosen
once, in the process that tries it.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[..., Any]

_ORIGINAL = "_mutmut_orig"


def changed_by(key: str) -> str:
    """The function of a mutant, as mutmut writes its name: ``pricing.tax.x_net_of``."""
    return key.rpartition("__mutmut_")[0]


class Switches:
    """All changed functions, and what is called in their place.

    Attributes:
        called: Functions that were called since ``listen``, named as ``changed_by`` does.
    """

    def __init__(self) -> None:
        """Nothing is wrapped yet."""
        self.called: set[str] = set()
        self._known: list[tuple[dict[str, Function], list[Function], bool]] = []

    def wrap(
        self,
        mutants: dict[str, Function],
        is_classmethod: bool = False,
    ) -> Callable[[Function], Function]:
        """Decorate a function whose versions will stand in ``mutants`` once it is called."""
        target: list[Function] = []

        def wrapped(function: Function) -> Function:
            def first(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (of any function)
                target[0] = _version(mutants, _ORIGINAL, is_classmethod)
                return target[0](*args, **kwargs)

            target.append(first)
            self._known.append((mutants, target, is_classmethod))

            @wraps(function)
            def switched(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (of any function)
                return target[0](*args, **kwargs)

            return switched

        return wrapped

    def choose(self, key: str) -> None:
        """From now on this mutant is called.

        Raises:
            LookupError: No module that was imported has it.
        """
        module, _, name = key.rpartition(".")
        for mutants, target, is_classmethod in self._known:
            if name in mutants and mutants[name].__module__ == module:
                target[0] = _version(mutants, name, is_classmethod)
                return
        raise LookupError(key)

    def listen(self) -> None:
        """From now on the originals are called, and each call is noted."""
        for mutants, target, is_classmethod in self._known:
            original = mutants[_ORIGINAL]
            name = changed_by(f"{original.__module__}.{original.__name__}")
            target[0] = self._noting(name, _version(mutants, _ORIGINAL, is_classmethod))

    def _noting(self, name: str, function: Function) -> Function:
        def noted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (of any function)
            self.called.add(name)
            return function(*args, **kwargs)

        return noted


def _version(mutants: dict[str, Function], name: str, is_classmethod: bool) -> Function:
    """A version that takes the arguments as the function does, with the class first."""
    found = mutants[name]
    return found.__func__ if is_classmethod else found  # type: ignore[attr-defined]  # bound
