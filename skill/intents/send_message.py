""" "Tell Slack to send, I'm giving the demo now", "send lunch is here to random"."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import finish, proceed
from skill.composing.opening import begin, dictated, to_default, with_desk
from skill.services import Services
from skill.turn import CONFIRM, MESSAGE, Reply, Turn
from skill.understanding.carrier import Carrier
from skill.understanding.understood import Outcome

INTENT = "SendMessageIntent"
AND_WAIT = "SendAndWaitIntent"
SLOT = "message"

_IT = frozenset({"", "it", "this", "that"})


def handle(turn: Turn, services: Services) -> Reply:
    """Send what was dictated to whom it names, else to the default conversation."""
    return with_desk(turn, services, _handle)


def handle_and_wait(turn: Turn, services: Services) -> Reply:
    """Send what was dictated and wait for an answer."""
    words = turn.slots.get(SLOT, "")
    return with_desk(turn, services, lambda desk: begin(words, Carrier.TEXT, desk, waiting=True))


def _handle(desk: Desk) -> Reply:
    draft, words = desk.draft, desk.turn.slots.get(SLOT, "")
    if draft and desk.turn.pending == MESSAGE:
        return _answered(draft, words, desk)
    if draft and not draft.teaches:
        return _meanwhile(draft, words, desk)
    if not words.strip():
        return to_default(Draft(), desk)
    return begin(words, Carrier.TEXT, desk)


def _answered(draft: Draft, words: str, desk: Desk) -> Reply:
    """Take up the answer to "What should I say?"; without a recipient it may name one."""
    if not dictated(words, desk):
        return asking.once_more(draft, desk, MESSAGE)
    if draft.to == desk.default_only and not (draft.is_doubtful or draft.thread_ts):
        return begin(words, Carrier.TEXT, desk)
    return proceed(replace(draft, text=dictated(words, desk), asked=0), desk)


def _meanwhile(draft: Draft, words: str, desk: Desk) -> Reply:
    """Take up "send it", "send it to Ana", or other words, while a question is open."""
    understood = desk.understand(words, Carrier.TEXT)
    if understood.text.casefold() not in _IT:
        confirming = desk.turn.pending == CONFIRM and understood.outcome is Outcome.DEFAULT
        if confirming:
            return proceed(replace(draft, text=dictated(words, desk), asked=0), desk)
        return begin(words, Carrier.TEXT, desk)
    if understood.resolutions and draft.unknown:
        return proceed(draft.answered(understood.resolutions), desk)
    if understood.resolutions:
        return proceed(draft.addressed(understood.resolutions), desk)
    if desk.turn.pending == CONFIRM:
        return finish(draft, desk)
    return asking.once_more(draft, desk, desk.turn.pending or MESSAGE)
