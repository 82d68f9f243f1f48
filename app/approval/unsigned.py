"""Decisions on paper that nobody signed, such as a workbook that came back by mail.

Anybody may have filled it in. So it is written down as what it is: who brought it, who is said to
have decided, and by which file. A refusal counts, as it lets nothing pass. A consent settles
something only where the policy lets unsigned paper do so and nothing else in the paper was altered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.approval.deciding import decide
from app.approval.state import CONSENTS
from app.approval.submitting import Answer, counts_unsigned, not_possible
from catalog.problem import Problem

if TYPE_CHECKING:
    from app.approval.deciding import Ruling
    from app.approval.event import Person
    from app.approval.life import Life
    from app.approval.submitting import Doing
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision


class Paper(NamedTuple):
    """Where a decision was read.

    Attributes:
        digest: SHA-256 of the file, hexadecimal.
        approver: Who is said to have decided.
        intact: Nothing in it was altered but what is to be filled in.
    """

    digest: str
    approver: Person
    intact: bool


def decide_on_paper(
    life: Life,
    revision: Revision,
    ruling: Ruling,
    matrix: AuthorityMatrix,
    paper: Paper,
    doing: Doing,
) -> Answer:
    """Write down a decision that was read from a paper.

    Args:
        life: Where the quote stands.
        revision: The submitted revision as it was frozen.
        ruling: What is answered.
        matrix: Authority as it is now.
        paper: Where it was read.
        doing: Who brought it, when.
    """
    problems = [*not_possible(life, ruling.deed, doing), *_own_name(life, revision, paper.approver)]
    if problems:
        return Answer(problems=tuple(problems))
    answer = decide(life, revision, ruling, matrix, doing._replace(person=paper.approver))
    if answer.problems:
        return answer
    (event,) = answer.events
    settles = ruling.deed not in CONSENTS or (paper.intact and counts_unsigned(revision, matrix))
    written = msgspec.structs.replace(
        event,
        person=doing.person,
        named=paper.approver,
        papers=(paper.digest,),
        roles=event.roles if settles else (),
    )
    return Answer((written,))


def _own_name(life: Life, revision: Revision, approver: Person) -> list[Problem]:
    """A name on paper has no key: the author's own is refused under another number as well."""
    names = {revision.quote.manager.name}
    names.update([life.requester.name] if life.requester is not None else [])
    if approver.name not in names:
        return []
    return [Problem("approval.own_quote", parameters={"name": approver.name})]
