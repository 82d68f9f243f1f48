"""Facts that a paper leaves blank, by the names that people know them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem

_MISSING = "paper.fact_missing"


def open_points(speaker: Speaker, problems: Iterable[Problem]) -> str:
    """What is left to fill in or to check, each once; empty when nothing is."""
    told = []
    for problem in problems:
        if problem.code == _MISSING:
            told.append(fact_name(speaker, problem.where.column))
        else:
            told.append(speaker.finding(problem.code, problem.parameters)[0])
    return "、".join(dict.fromkeys(told))


def fact_name(speaker: Speaker, fact: str) -> str:
    """Name of a fact of a paper; an unknown one keeps its identifier."""
    translate = speaker.translate
    known = {
        "customer.name": translate("Papers", "customer's name"),
        "customer.address": translate("Papers", "customer's address"),
        "customer.credit_code": translate("Papers", "customer's credit code"),
        "customer.representative": translate("Papers", "customer's legal representative"),
        "customer.handler": translate("Papers", "customer's handler"),
        "customer.handler_phone": translate("Papers", "handler's telephone"),
        "supplier.name": translate("Papers", "our company's name"),
        "supplier.address": translate("Papers", "our company's address"),
        "supplier.credit_code": translate("Papers", "our credit code"),
        "supplier.representative": translate("Papers", "our legal representative"),
        "supplier.bank": translate("Papers", "our bank"),
        "supplier.bank_account": translate("Papers", "our bank account"),
        "supplier.hotline": translate("Papers", "hotline"),
        "manager.phone": translate("Papers", "account manager's telephone"),
    }
    return known.get(fact, fact)
