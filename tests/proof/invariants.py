"""The promise, of one state."""

from postbox.links.link import LinkState
from postbox.outbox.receipt import DeliveryState, Receipt
from tests.proof.model import Model
from tests.proof.state import INSTANTS, State

BAD = {DeliveryState.FAILED, DeliveryState.DOUBTFUL}
NOT_THERE = {DeliveryState.FAILED, DeliveryState.WITHDRAWN}


def broken(state: State) -> str:
    """Return what breaks the promise at this very moment, or ""."""
    if state.unforeseen:
        return state.unforeseen
    if len(set(state.slack)) < len(state.slack):
        return f"posted twice: {', '.join(state.slack)}"
    if state.slack == ("m2", "m1"):
        return "posted out of order"
    for message_id in state.refused & set(state.slack):
        return f"{message_id} was said not to be sent, and is there"
    problems = (_untrue(receipt, state) for receipt in state.receipts if receipt is not None)
    return next(filter(None, problems), "")


def _untrue(receipt: Receipt, state: State) -> str:
    """Return what a receipt says that is not so, or ""."""
    message_id = receipt.command_id
    if receipt.state in NOT_THERE and message_id in state.slack:
        return f"{message_id} is settled as {receipt.state}, and is there"
    if receipt.state is DeliveryState.CONFIRMED and message_id not in state.slack:
        return f"{message_id} is settled as confirmed, and is not there"
    if receipt.state is DeliveryState.HELD and message_id not in state.held:
        return f"{message_id} is held, and its words are not kept"
    if (receipt.state in BAD) != (message_id in state.told):
        return f"{message_id} is {receipt.state}, and its notice does not fit that"
    return ""


def broken_at_the_end(model: Model, state: State) -> str:
    """Return what stays broken when nobody is at work any more, or ""."""
    if state.time == 0:
        return _stuck(model, state)
    if state.time + 1 < len(INSTANTS):
        return ""
    after = model.rest(state)
    for receipt in after.receipts:
        if receipt is not None and not receipt.is_final:
            return f"{receipt.command_id} stays {receipt.state}: neither posted nor told"
    if after.held and after.link.state is LinkState.ACTIVE:
        return f"{min(after.held)} is settled, and its words are kept among what is held"
    return broken(after)


def _stuck(model: Model, state: State) -> str:
    """Return what is not posted although it waits, and the link works and all goes well now."""
    if state.link.state is not LinkState.ACTIVE or state.token != state.valid:
        return ""
    after = model.calm(state)
    if after.queue:
        return f"{after.queue[0].message_id} never leaves the queue"
    if after.held:
        return f"{min(after.held)} is never taken out of what is held"
    waiting = {copy.message_id for copy in state.queue} | state.held
    for before, receipt in zip(state.receipts, after.receipts, strict=True):
        if before is None or receipt is None or before.is_final:
            continue
        if receipt.command_id in waiting and receipt.state is not DeliveryState.CONFIRMED:
            return f"{receipt.command_id} is {receipt.state}, though nothing goes wrong any more"
    return ""
