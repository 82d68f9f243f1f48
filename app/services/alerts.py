"""alerts(): what of all customers needs somebody today; worked out when data change, and kept.

Of each customer the signals are kept with the customer's revision, of each signed contract with
the length of its log: only what changed since is worked out again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.approval.state import Deed, QuoteState
from app.quoting.alerts import OwnContract, contract_end, in_order, raised, signals_of
from app.services.tracking import promised_savings
from app.storage.alert_store import AlertAnswer, AlertStore, KeptSignals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from app.approval.life import Life
    from app.quoting.alert import Alert
    from app.services.workspace import Workspace


def alerts(workspace: Workspace, today: date) -> tuple[Alert, ...]:
    """The alerts of a day, the most urgent first, without those that were answered.

    What changed since the last time is worked out first and kept.

    Args:
        workspace: The user's data.
        today: The day.

    Raises:
        StorageError: The database failed, or what was worked out could not be kept.
    """
    return _open(workspace, brought_up_to_date(workspace), today)


def kept_alerts(workspace: Workspace, today: date) -> tuple[Alert, ...]:
    """The alerts of a day out of what was worked out last; reads two files and nothing else."""
    kept = AlertStore(workspace.folder).load()
    return _open(workspace, kept, today) if kept is not None else ()


def brought_up_to_date(workspace: Workspace) -> KeptSignals:
    """What customers and contracts warn of, as things are now; kept.

    Raises:
        StorageError: The database failed, or it could not be kept.
    """
    store, policy = AlertStore(workspace.folder), workspace.rules.spend
    known = store.load()
    if known is None or known.policy != policy:
        known = KeptSignals(policy=policy)
    lives = workspace.life.lives()
    promised = {one.quote: one for one in promised_savings(workspace, lives, known.promised)}
    changed = {
        one.customer
        for quote in {*promised, *known.promised}
        for one in (promised.get(quote), known.promised.get(quote))
        if one is not None and promised.get(quote) != known.promised.get(quote)
    }
    customers = {}
    for customer_id, revision in workspace.customers.revisions().items():
        signals = known.customers.get(customer_id)
        if signals is None or signals.revision != revision or customer_id in changed:
            stored = workspace.customers.stored(customer_id)
            mine = [one for one in promised.values() if one.customer == customer_id]
            signals = signals_of(stored.customer, stored.bills, policy, stored.revision, mine)
        customers[customer_id] = signals
    contracts = {own.quote: own for own in _contracts(workspace, lives, known)}
    found = KeptSignals(policy=policy, customers=customers, contracts=contracts, promised=promised)
    if found != known:
        store.save(found)
    return found


def put_off(workspace: Workspace, alert_id: str, until: date, now: datetime) -> None:
    """Show an alert again from a day on, and not before.

    Raises:
        StorageError: It could not be kept.
    """
    _answer(workspace, alert_id, AlertAnswer(now, until))


def put_aside(workspace: Workspace, alert_id: str, reason: str, now: datetime) -> None:
    """Never show an alert again, for a reason.

    Raises:
        StorageError: It could not be kept.
    """
    _answer(workspace, alert_id, AlertAnswer(now, reason=reason))


def bring_back(workspace: Workspace, alert_id: str) -> None:
    """Take the answer to an alert back: the undo of the two above.

    Raises:
        StorageError: It could not be kept.
    """
    _answer(workspace, alert_id, None)


def _answer(workspace: Workspace, alert_id: str, answer: AlertAnswer | None) -> None:
    store = AlertStore(workspace.folder)
    answers = store.answers()
    if answer is None:
        answers.pop(alert_id, None)
    else:
        answers[alert_id] = answer
    store.save_answers(answers)


def _open(workspace: Workspace, kept: KeptSignals, today: date) -> tuple[Alert, ...]:
    answers = AlertStore(workspace.folder).answers()
    own: dict[str, list[OwnContract]] = {}
    for contract in kept.contracts.values():
        own.setdefault(contract.customer, []).append(contract)
    found = (
        alert
        for customer, signals in kept.customers.items()
        for alert in raised(customer, signals, own.get(customer, ()), kept.policy, today)
    )
    return in_order(alert for alert in found if _is_open(answers.get(alert.id), today))


def _is_open(answer: AlertAnswer | None, today: date) -> bool:
    return answer is None or (answer.until is not None and answer.until <= today)


def _contracts(
    workspace: Workspace, lives: Mapping[str, Life], known: KeptSignals
) -> Iterator[OwnContract]:
    """Every signed contract; what was worked out of the same log stands."""
    for quote_id, life in lives.items():
        if life.state is not QuoteState.CONTRACTED:
            continue
        before = known.contracts.get(quote_id)
        if before is not None and before.events == life.events:
            yield before
            continue
        history = workspace.life.history(quote_id)
        signed = max(e.event.at for e in history.entries if e.event.deed is Deed.CONTRACTED)
        revision = workspace.quotes.revision(quote_id, life.label)
        quote = revision.quote
        yield OwnContract(
            quote=quote_id,
            events=life.events,
            number=quote.number,
            title=quote.title,
            customer=quote.customer,
            ends=contract_end(quote.activation or signed.date(), quote.term),
            monthly=revision.priced.totals.monthly.net_amount,
        )
