"""How long comparing two contracts takes: ``python -m benchmarks.contract_bench``.

The aim is half a second for forty pages, whatever differs.
"""

from __future__ import annotations

import random
import time

from app.quoting.contract_text import ContractText, Passage
from app.quoting.text_difference import compare_texts

PASSAGES, CHARACTERS = 900, 80
"""Forty pages of a contract with its annexes."""
LETTERS = "甲乙方应当按照本合同约定支付费用并提供服务期限三十日内书面通知，。"


def contract(chance: random.Random) -> list[Passage]:
    """A contract of random words."""
    return [
        Passage(("".join(chance.choices(LETTERS, k=CHARACTERS)),), number=str(number))
        for number in range(PASSAGES)
    ]


def edited(passages: list[Passage], share: float, chance: random.Random) -> list[Passage]:
    """A share of the passages each with another amount in the middle; some gone, some new."""
    found: list[Passage] = []
    for one in passages:
        drawn = chance.random()
        if drawn < share / 4:
            continue
        text = one.texts[0]
        half = CHARACTERS // 2
        words = f"{text[:half]}1,680.32{text[half + 4 :]}" if drawn < share else text
        found.append(Passage((words,), number=one.number))
        if drawn > 1 - share / 4:
            found.append(Passage(("新增" + "".join(chance.choices(LETTERS, k=CHARACTERS)),)))
    return found


def main() -> None:
    """Print the time by how much differs."""
    chance = random.Random(1)  # noqa: S311 -- the same contracts every time
    old = contract(chance)
    cases = [(f"{share:.0%} changed", edited(old, share, chance)) for share in (0.05, 0.5, 1.0)]
    for name, new in (*cases, ("nothing alike", contract(chance))):
        begun = time.perf_counter()
        compare_texts(ContractText(tuple(old)), ContractText(tuple(new)))
        print(f"{len(old)} passages, {name}: {1000 * (time.perf_counter() - begun):.0f} ms")


if __name__ == "__main__":
    main()
