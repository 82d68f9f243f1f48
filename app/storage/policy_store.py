"""Pricing policies with their rules: every version that quotes were priced with, never changed."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from app.errors import RecordMissing
from app.storage.codec import POLICY, pack, unpack
from app.storage.faults import storage_error
from app.storage.schema import POLICIES

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.storage.database import Database
    from pricing.policy import PricingPolicy

_DIGITS = 8


class PolicyStore:
    """Every pricing policy ever in force, so that an old quote can be priced as it was."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def keep(self, policy: PricingPolicy) -> PricingPolicy:
        """Keep a policy and give it as it is kept; keeping the same one again does nothing.

        A file that was changed without a new version gets one here, from its content, so that
        quotes priced before the change keep what they were priced with.

        Raises:
            StorageError: The database failed.
        """
        digest = sha256(POLICY.encode(policy)).hexdigest()[:_DIGITS]
        other = msgspec.structs.replace(policy, version=f"{policy.version}~{digest}")
        with self._database.reading() as connection:
            for one in (policy, other):
                if _stored(connection, one.version) == one:
                    return one
        with self._database.writing() as connection:
            taken = _stored(connection, policy.version)
            kept = policy if taken is None or taken == policy else other
            if _stored(connection, kept.version) is None:
                _insert(connection, kept)
        return kept

    def load(self, version: str) -> PricingPolicy:
        """Read a policy.

        Raises:
            RecordMissing: There is no such version.
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            found = _stored(connection, version)
        if found is None:
            raise RecordMissing(record=version)
        return found

    def versions(self) -> tuple[str, ...]:
        """Every version, the one kept last first."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(POLICIES.c.version).order_by(POLICIES.c.sequence.desc())
            )
            return tuple(found.scalars())


def add_policy(connection: Connection, file: Path, policy: PricingPolicy) -> None:
    """Keep a policy inside a transaction; the same one again does nothing.

    Args:
        connection: The transaction.
        file: The database, named in a failure.
        policy: The policy.

    Raises:
        StorageError: Another policy has the version already (``reason`` is ``version_exists``).
    """
    stored = _stored(connection, policy.version)
    if stored is None:
        _insert(connection, policy)
    elif stored != policy:
        raise storage_error(file, "version_exists", policy.version)


def _insert(connection: Connection, policy: PricingPolicy) -> None:
    content = pack(POLICY.encode(policy))
    connection.execute(POLICIES.insert().values(version=policy.version, content=content))


def _stored(connection: Connection, version: str) -> PricingPolicy | None:
    content = connection.execute(
        select(POLICIES.c.content).where(POLICIES.c.version == version)
    ).scalar()
    return None if content is None else POLICY.decode(unpack(content))
