"""Staff: the people who may approve, their roles, and who stands in for whom on which days.

Whoever stands in acts in the absent one's role and so within the absent one's limits, never
beyond them and never with his own. Nobody ever approves what he has written himself, not by
standing in for somebody either.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the staff.

    Attributes:
        id: Staff number.
        name: As people call him.
        role: Identifier of a level or a function.
        team: Team that he belongs to; empty for one who serves all teams.
        email: Address for approval workbooks.
    """

    id: str
    name: str
    role: str
    team: str = ""
    email: str = ""


class Absence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days on which a person does not decide.

    Attributes:
        person: Who is away.
        first: First day.
        last: Last day, included.
        delegate: Who stands in; empty for nobody.
    """

    person: str
    first: date
    last: date
    delegate: str = ""

    def covers(self, day: date) -> bool:
        """Whether the person is away on a day."""
        return self.first <= day <= self.last


class Deputy(NamedTuple):
    """Who decides in a role: the holder, or whoever stands in for the holder."""

    person: Person
    holder: Person


class Staff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everybody who is known.

    Attributes:
        people: In the order of preference.
        absences: In any order.
    """

    people: tuple[Person, ...] = ()
    absences: tuple[Absence, ...] = ()

    def person(self, person_id: str) -> Person | None:
        """The person with a staff number."""
        return next((person for person in self.people if person.id == person_id), None)

    def holders(self, role: str, team: str) -> tuple[Person, ...]:
        """Who has a role for a team: of the team itself, else those who serve all teams.

        For an author without a team everybody with the role.
        """
        having = [person for person in self.people if person.role == role]
        if not team:
            return tuple(having)
        own = tuple(person for person in having if person.team == team)
        return own or tuple(person for person in having if not person.team)

    def deciding(self, role: str, author: str, day: date, team: str = "") -> tuple[Deputy, ...]:
        """Who may decide in a role on what an author has written, on a day.

        Args:
            role: Identifier of a level or a function.
            author: Staff number of the author.
            day: Day of the decision.
            team: Service centre of the customer: where somebody of it has the role, it decides in
                the place of the author's own team.
        """
        known = self.person(author)
        own = known.team if known is not None else ""
        centre = any((one.role, one.team) == (role, team) for one in self.people)
        found = []
        for holder in self.holders(role, team if team and centre else own):
            person = self._present(holder, day)
            if person is not None and author not in (person.id, holder.id):
                found.append(Deputy(person, holder))
        return tuple(found)

    def _present(self, holder: Person, day: date) -> Person | None:
        """The holder, or whoever stands in for him; nobody where that leads in a circle."""
        current: Person | None = holder
        seen = set[str]()
        while current is not None:
            if current.id in seen:
                return None
            seen.add(current.id)
            away = self._absence(current.id, day)
            if away is None:
                return current
            current = self.person(away.delegate)
        return None

    def _absence(self, person_id: str, day: date) -> Absence | None:
        return next(
            (one for one in self.absences if one.person == person_id and one.covers(day)), None
        )
