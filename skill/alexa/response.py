"""From a reply to ask-sdk's response: here its sentences become SSML."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.dialog.dynamic_entities_directive import DynamicEntitiesDirective
from ask_sdk_model.dialog.elicit_slot_directive import ElicitSlotDirective
from ask_sdk_model.intent import Intent
from ask_sdk_model.response import Response

from postbox.store.errors import MailboxUnavailable
from skill.alexa import dynamic_entities
from skill.dialog.notices import with_news
from skill.services import Services
from skill.speech.said import say, to_plain
from skill.turn.context import LASTING, QUIET, SAID, Turn
from skill.turn.name_book import name_book
from skill.turn.question import QUESTION, Pending, Question
from skill.turn.reply import Reply


def answer(handler_input: HandlerInput, turn: Turn, reply: Reply, services: Services) -> Response:
    """Put bad news before the reply, and keep the session open only where an answer is awaited."""
    told, phrases = with_news(reply, turn, services), turn.phrases
    closes = told.ends or (turn.is_one_shot and not told.listens)
    stays_open = told.question is not None or not closes
    builder = handler_input.response_builder
    if not stays_open:
        return builder.speak(phrases.ssml(told.sentences)).set_should_end_session(True).response
    question = told.question or _anything_else(turn)
    said = told.sentences
    is_quiet = turn.is_one_shot or turn.attributes.get(QUIET)
    if told.question is None and not (turn.is_launch or is_quiet):
        said = (*said, *say("anything_else"))
    if question.elicits:
        intent, slot = question.elicits
        elicit = ElicitSlotDirective(Intent(name=intent), slot_to_elicit=slot)
        builder.add_directive(elicit)
    if turn.opens_session and (names := _likeliest_names(turn, services)):
        builder.add_directive(names)
    lasting = {key: turn.attributes[key] for key in LASTING if key in turn.attributes}
    handler_input.attributes_manager.session_attributes = {
        **lasting,
        **({QUIET: True} if turn.is_one_shot and told.listens and not told.question else {}),
        **told.remember,
        QUESTION: question.plain(),
        SAID: to_plain(told.sentences),
        "request_id": turn.request_id,
    }
    return builder.speak(phrases.ssml(said)).ask(phrases.ssml(question.reprompt)).response


def _anything_else(turn: Turn) -> Question:
    reprompt = say("welcome_reprompt" if turn.is_launch else "anything_else_reprompt")
    return Question(Pending.NOTHING, reprompt)


def _likeliest_names(turn: Turn, services: Services) -> DynamicEntitiesDirective | None:
    try:
        link = services.links.get(turn.link_id)
        if link is None:
            return None
        book = name_book(services.directories.names(link.team_id), turn.locale)
        return dynamic_entities.directive(book, services.aliases.of(turn.link_id))
    except MailboxUnavailable:
        return None
