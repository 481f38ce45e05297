"""What has to be there before a message is composed: a link, its names, words that fit."""

from collections.abc import Callable
from dataclasses import replace

from postbox.store.errors import MailboxUnavailable
from skill.composing import timing
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.scheduling.moments import Unfit
from skill.services import Services
from skill.turn import Reply, Turn
from skill.understanding.dictation import EmptyMessage, MessageTooLong, written
from skill.understanding.language import language
from skill.understanding.phrase import Phrase
from skill.understanding.understanding import Carrier
from skill.understanding.understood import Outcome, Understood
from skill.understanding.waiting import without_mere_waiting, without_waiting

_USUAL = frozenset({Carrier.TEXT, Carrier.RECIPIENT})
"""Carriers whose phrases need not be read back."""

NOT_TAKEN = "not_taken"
"""The sentence that says that nothing was sent, for the mailbox cannot be reached."""


def with_desk(
    turn: Turn,
    services: Services,
    answer: Callable[[Desk], Reply],
    unavailable: str = NOT_TAKEN,
) -> Reply:
    """Answer at the speaker's desk, or say why there is none.

    `unavailable` names the sentence for when the mailbox cannot be reached.
    """
    phrases = turn.phrases
    try:
        link = services.links.get(turn.link_id)
        if link is None:
            return Reply(phrases["not_linked"], ends=True)
        return answer(Desk(turn, link, services))
    except MailboxUnavailable:
        return Reply(phrases[unavailable], settles=unavailable == NOT_TAKEN)
    except MessageTooLong:
        return Reply(phrases["too_long"], settles=True)


def dictated(words: str, desk: Desk) -> str:
    """Return words as they are posted, "" for none; raises MessageTooLong."""
    try:
        return written(words, desk.turn.locale)
    except EmptyMessage:
        return ""


def begin(words: str, carrier: Carrier, desk: Desk, *, waiting: bool = False) -> Reply:
    """Begin a message with a dictated phrase; `waiting` for an answer where that was said."""
    words, waits = _without_waiting(words, carrier, desk)
    understood = desk.understand(words, carrier)
    if carrier not in _USUAL:
        understood = replace(understood, is_doubtful=True)
    timed = timing.implied(words, carrier, understood, desk) if not waits else None
    if timed is not None:
        at = timing.moment_of(timed.said, desk)
        if not isinstance(at, Unfit):
            now_text = dictated(timed.now_text, desk)
            return opened(timed.understood, Draft(at=at, now_text=now_text), desk)
    return opened(understood, Draft(waits=waits or waiting), desk)


def _without_waiting(words: str, carrier: Carrier, desk: Desk) -> tuple[str, bool]:
    """Return a phrase without the words that ask to wait for an answer, and whether it had them."""
    phrase, known = Phrase(words), language(desk.turn.locale)
    rest = without_waiting(phrase, known)
    if rest is not None:
        return rest, True
    rest = without_mere_waiting(phrase, known)
    if rest is None or desk.understand(words, carrier).outcome is Outcome.CERTAIN:
        return words, False
    understood = desk.understand(rest, carrier)
    is_behind = bool(understood.after.strip())
    if is_behind and understood.outcome is Outcome.CERTAIN:
        return rest, True
    return words, False


def opened(understood: Understood, draft: Draft, desk: Desk) -> Reply:
    """Begin a message with what was understood; the draft says when it is to be sent."""
    draft = replace(
        draft,
        text=dictated(understood.text, desk),
        mentions=understood.mentions,
        is_doubtful=understood.is_doubtful,
    )
    if understood.is_bare:
        return proceed(draft, desk)
    if understood.outcome is Outcome.DEFAULT:
        return to_default(draft, desk)
    instead = dictated(understood.phrase, desk) if understood.is_doubtful else ""
    return proceed(replace(draft.addressed(understood.resolutions), instead=instead), desk)


def to_default(draft: Draft, desk: Desk) -> Reply:
    """Go on with a message for the default conversation, if there is one."""
    if desk.default is None:
        name = desk.link.default_conversation_name
        speech = desk.turn.phrases.say("no_default_conversation", conversation=name)
        return Reply(speech, ends=True, settles=bool(draft.id))
    return proceed(replace(draft, to=desk.default_only), desk)
