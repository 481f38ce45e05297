""" "Help": what can be said at this point."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mailbox.errors import MailboxUnavailable
from mailbox.link import Link
from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.opening import with_desk
from skill.intents.help_questions import QUESTIONS, on_question
from skill.listening.catching_up import asking_still
from skill.listening.whose import OFFERED
from skill.services import Services
from skill.speech.sentences import listed
from skill.turn import (
    CONFIRM,
    MESSAGE,
    MORE,
    SEND_AGAIN,
    WHEN,
    WHICH,
    WHICH_OF_DIGEST,
    WHICH_TO_HEAR,
    Question,
    Reply,
    Turn,
)

INTENT = "AMAZON.HelpIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Explain the question that is open, else the whole."""
    phrases = turn.phrases
    if turn.is_composing:
        return with_desk(turn, services, _on_message)
    if turn.pending == SEND_AGAIN:
        reprompt = phrases["send_again_reprompt"]
        return Reply(phrases["help_send_again"], Question(SEND_AGAIN, reprompt))
    if turn.pending == MORE:
        return Reply(phrases["help_more"], Question(MORE, phrases["reading_reprompt"]))
    if turn.pending == WHICH_TO_HEAR:
        question = Question(WHICH_TO_HEAR, phrases["which_to_hear_reprompt"], _offered(turn))
        return Reply(phrases["help_which_to_hear"], question)
    if turn.pending in QUESTIONS:
        return on_question(turn)
    if turn.pending == WHICH_OF_DIGEST:
        return asking_still(phrases["help_digest"], turn)
    link = _link(turn, services)
    if link is None:
        return Reply(phrases["help_unlinked"], ends=True)
    question = Question("", phrases["help_reprompt"])
    return Reply(phrases.say("help", conversation=link.default_conversation_name), question)


def _offered(turn: Turn) -> Mapping[str, Any]:
    return {OFFERED: turn.attributes[OFFERED]} if OFFERED in turn.attributes else {}


def _on_message(desk: Desk) -> Reply:
    """Explain the open question about a message; it stays open."""
    draft, phrases, pending = desk.draft, desk.turn.phrases, desk.turn.pending
    if draft is None:
        return Reply(phrases["fallback"], Question("", phrases["fallback_reprompt"]))
    if pending == MESSAGE:
        names = listed([asking.spoken_name(each) for each in draft.to], phrases.plain("and"))
        place = names or desk.link.default_conversation_name
        speech = phrases.say("help_message", conversation=place)
    elif pending == CONFIRM:
        speech = phrases["help_confirm_at" if draft.at else "help_confirm"]
    elif pending == WHEN:
        speech = phrases["help_when"]
    else:
        speech = phrases["help_which"] if pending == WHICH else phrases["help_whom"]
    return replace(asking.again(draft, desk, pending or MESSAGE), speech=speech)


def _link(turn: Turn, services: Services) -> Link | None:
    try:
        return services.links.get(turn.link_id)
    except MailboxUnavailable:
        return None
