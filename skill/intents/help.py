""" "Help": what can be said at this point."""

from dataclasses import replace

from mailbox.errors import MailboxUnavailable
from mailbox.link import Link
from skill.changing import SLOT, TEXT
from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.opening import with_desk
from skill.intents.react import EMOJI_SLOT
from skill.intents.scheduled import LISTED, WHICH_SLOT
from skill.services import Services
from skill.speech.sentences import listed
from skill.turn import (
    CHANGE_SENT,
    CONFIRM,
    EMOJI,
    MESSAGE,
    MORE,
    SEND_AGAIN,
    WHEN,
    WHICH,
    WHICH_SCHEDULED,
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
        return Reply(phrases["help_more"], Question(MORE, phrases["more_replies_reprompt"]))
    if turn.pending in _QUESTIONS:
        return _on_question(turn)
    link = _link(turn, services)
    if link is None:
        return Reply(phrases["help_unlinked"], ends=True)
    question = Question("", phrases["help_reprompt"])
    return Reply(phrases.say("help", conversation=link.default_conversation_name), question)


_QUESTIONS = {CHANGE_SENT, EMOJI, WHICH_SCHEDULED}


def _on_question(turn: Turn) -> Reply:
    """Explain a question that is not about a message in the making; it stays open."""
    phrases, remember = turn.phrases, {TEXT: turn.attributes.get(TEXT, "")}
    if turn.pending == EMOJI:
        question = Question(EMOJI, phrases["which_emoji_reprompt"], elicits=EMOJI_SLOT)
        return Reply(phrases["help_emoji"], question)
    if turn.pending == WHICH_SCHEDULED:
        listed = {LISTED: turn.attributes.get(LISTED)}
        reprompt = phrases["which_scheduled_reprompt"]
        question = Question(WHICH_SCHEDULED, reprompt, listed, WHICH_SLOT)
        return Reply(phrases["help_which_scheduled"], question)
    if remember[TEXT]:
        reprompt = phrases["confirm_change_reprompt"]
        return Reply(phrases["help_change_sent"], Question(CHANGE_SENT, reprompt, remember))
    reprompt = phrases["change_to_what_reprompt"]
    return Reply(phrases["help_change_sent"], Question(CHANGE_SENT, reprompt, elicits=SLOT))


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
