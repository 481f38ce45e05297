"""What is said to somebody in other words than "tell": "ask Kevin if ...", "thank Ana for ..."."""

from collections.abc import Callable, Mapping
from functools import partial

from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, with_desk
from skill.services import Services
from skill.turn import Reply, Turn
from skill.understanding.understanding import Carrier

SLOT = "message"

CARRIERS: Mapping[str, Carrier] = {
    "AskIntent": Carrier.ASK,
    "ThankIntent": Carrier.THANK,
    "WishIntent": Carrier.WISH,
    "CongratulateIntent": Carrier.CONGRATULATE,
    "ApologizeIntent": Carrier.APOLOGIZE,
    "HeadsUpIntent": Carrier.HEADS_UP,
    "HaveIntent": Carrier.HAVE,
    "InviteIntent": Carrier.INVITE,
}
GROUP = "GroupIntent"
NOTE = "NoteIntent"


def handle(carrier: Carrier, turn: Turn, services: Services) -> Reply:
    """Send what was dictated to whom it names first, turned to them."""
    return with_desk(turn, services, lambda desk: _begun(desk, carrier))


def handle_with(words: str, turn: Turn, services: Services) -> Reply:
    """Send what was dictated to whom these words name, in the words of the speaker's language."""
    before = turn.phrases.plain(words)
    return with_desk(turn, services, lambda desk: _begun(desk, Carrier.RECIPIENT, f"{before} "))


def _begun(desk: Desk, carrier: Carrier, before: str = "") -> Reply:
    words = desk.turn.slots.get(SLOT, "").strip()
    return begin(before + words, carrier, desk) if words else proceed(Draft(), desk)


HANDLERS: Mapping[str, Callable[[Turn, Services], Reply]] = {
    **{intent: partial(handle, carrier) for intent, carrier in CARRIERS.items()},
    GROUP: partial(handle_with, "the_group_with"),
    NOTE: partial(handle_with, "myself"),
}
