"""with_answer(): an answer of a customer, as an edit of the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.interview import Answer


def with_answer(customer: Customer, answer: Answer) -> Customer:
    """The customer with another answer to a question; an empty one takes it away."""
    others = tuple(one for one in customer.interview if one.question != answer.question)
    before = next((one for one in customer.interview if one.question == answer.question), None)
    if before is not None and msgspec.structs.replace(answer, day=before.day) == before:
        return customer
    kept = (*others, answer) if answer.text.strip() or answer.agreed else others
    return msgspec.structs.replace(customer, interview=kept)
