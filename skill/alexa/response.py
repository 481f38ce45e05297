"""From a reply to ask-sdk's response: here its sentences become SSML."""

from typing import TYPE_CHECKING, Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.dialog.elicit_slot_directive import ElicitSlotDirective
from ask_sdk_model.intent import Intent
from ask_sdk_model.response import Response

from postbox.store.errors import MailboxUnavailable
from skill.dialog.notices import with_news
from skill.speech.said import say, to_plain
from skill.turn.context import Turn
from skill.turn.permission import Standing
from skill.turn.question import FREE, QUESTION, SAID_SLOT, Pending, Question, Slot
from skill.turn.reply import Reply
from skill.turn.request import LASTING, QUIET, SAID
from skill.turn.speaking import TAKEN_OVER

if TYPE_CHECKING:
    from ask_sdk_model.dialog.dynamic_entities_directive import DynamicEntitiesDirective

    from postbox.outbox.notices import Notice


def answer(
    handler_input: HandlerInput,
    turn: Turn,
    reply: Reply,
    news: "list[Notice] | None" = None,
) -> Response:
    """Put bad news before the reply, and keep the session open only where an answer is awaited.

    `news` is what was looked up of it before the reply was made, where that may be done.
    """
    told, phrases = with_news(reply, turn, news), turn.phrases
    if turn.lost_words:
        told = told.after(say("anothers_was_open"))
    closes = told.ends or (turn.is_one_shot and not told.listens)
    stays_open = told.question is not None or not closes
    if told.confirms:
        return _confirming(handler_input, turn, told)
    builder = handler_input.response_builder
    if told.links:
        from ask_sdk_model.ui.link_account_card import LinkAccountCard  # noqa: PLC0415 - rare

        builder.set_card(LinkAccountCard())
    if not stays_open:
        return builder.speak(phrases.ssml(told.sentences)).set_should_end_session(True).response
    question = told.question or _anything_else(turn)
    said = told.sentences
    is_quiet = turn.is_one_shot or turn.attributes.get(QUIET)
    if told.question is None and not (turn.is_launch or is_quiet or told.is_slight):
        said = (*said, *say("anything_else"))
    elicits = question.elicits or _of_any_words(question)
    if elicits:
        intent, slot = elicits
        elicit = ElicitSlotDirective(Intent(name=intent), slot_to_elicit=slot)
        builder.add_directive(elicit)
    if turn.opens_session and (names := _likeliest_names(turn)):
        builder.add_directive(names)
    lasting = {key: turn.attributes[key] for key in LASTING if key in turn.attributes}
    handler_input.attributes_manager.session_attributes = {
        **lasting,
        **({QUIET: True} if turn.is_one_shot and told.listens and not told.question else {}),
        **(turn.speaking.remembered if turn.speaking else {}),
        **told.remember,
        **({TAKEN_OVER: turn.taken_over} if turn.taken_over else {}),
        QUESTION: question.plain(),
        SAID: _worth_repeating(told, turn),
        "request_id": turn.request_id,
    }
    return builder.speak(phrases.ssml(said)).ask(phrases.ssml(question.reprompt)).response


def _confirming(handler_input: HandlerInput, turn: Turn, told: Reply) -> Response:
    """Hand over to Alexa, who asks for the PIN; whether the session goes on is hers to say."""
    from skill.alexa.pin import directive  # noqa: PLC0415 - rare

    assert told.question is not None
    assert turn.speaking is not None
    lasting = {key: turn.attributes[key] for key in LASTING if key in turn.attributes}
    handler_input.attributes_manager.session_attributes = {
        **lasting,
        **turn.speaking.remembered,
        **told.remember,
        **({TAKEN_OVER: turn.taken_over} if turn.taken_over else {}),
        QUESTION: told.question.plain(),
        SAID: turn.attributes.get(SAID),
        "request_id": turn.request_id,
    }
    builder = handler_input.response_builder.speak(turn.phrases.ssml(told.sentences))
    return builder.add_directive(directive(turn.request_id)).response


def _of_any_words(question: Question) -> Slot | None:
    """Return what takes the words that fit no sentence: of what was sent, or asked anyhow."""
    return SAID_SLOT if question.pending in FREE else None


def _worth_repeating(told: Reply, turn: Turn) -> list[Any]:
    """Return what "repeat that" is about: the last answer that said something."""
    before: list[Any] | None = turn.attributes.get(SAID)
    return before if told.is_slight and before else to_plain(told.sentences)


def _anything_else(turn: Turn) -> Question:
    reprompt = say("welcome_reprompt" if turn.is_launch else "anything_else_reprompt")
    return Question(Pending.NOTHING, reprompt)


def _likeliest_names(turn: Turn) -> "DynamicEntitiesDirective | None":
    from skill.alexa import dynamic_entities  # noqa: PLC0415 - one-shot requests need none

    try:
        link = turn.known_link
        if link is None or turn.permission.sending is not Standing.YES:
            return None
        names = turn.names.of(link.team_id)
        return dynamic_entities.directive(names, turn.names.aliases.of(turn.link_id))
    except MailboxUnavailable:
        return None
