"""Whether all that was handed over is at rest: posted, told of, or waiting to be tried again. Pure.

How long a worker takes is the machine's business: it is seen by what it wrote, not by a clock.
"""

from collections.abc import Iterable

from postbox.outbox.receipt import DeliveryState, Receipt


def is_at_rest(unsettled: Iterable[Receipt], queued: int) -> bool:
    """Return whether no worker has anything, nor will have without a pause.

    Args:
        unsettled: the receipts that have no end, of all links.
        queued: how many commands can be seen in the queue, those that leave no receipt as well.
    """
    waiting = [receipt for receipt in unsettled if receipt.state is not DeliveryState.HELD]
    # Behind a message that waits for its next attempt its whole conversation waits.
    fronts: dict[tuple[str, str], Receipt] = {}
    for receipt in sorted(waiting, key=lambda found: found.spoken_at):
        fronts.setdefault((receipt.link_id, receipt.conversation_id), receipt)
    are_given_back = all(
        front.state is DeliveryState.QUEUED and front.attempts for front in fronts.values()
    )
    return are_given_back and queued <= len(waiting)
