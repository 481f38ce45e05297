""" "Forward that to Kevin": what was read last, sent on once it was read back."""

from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import with_composer
from skill.composing.sent.for_others import sent_to_another
from skill.composing.sent.recent import recent_text
from skill.reading.last_told import last_told
from skill.reading.planning.course import Course
from skill.reading.planning.stored import told
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT
from skill.understanding.answers.edges import without_reference
from skill.understanding.language import language

SLOT = "rest"


def handle(turn: Turn) -> Reply:
    """Offer the last message that was read, with its author's name, to whom is named."""
    return with_composer(turn, _handle)


def of_this_session(name: str, composer: SendingComposer) -> Reply | None:
    """Offer what was read in this session to this recipient: "pass it on to Ana"."""
    if not name or not Course.of(composer.request.attributes).last:
        return None
    return _to(name, composer)


def _handle(composer: SendingComposer) -> Reply:
    request = composer.request
    words = request.slots.get(SLOT, "")
    return _to(without_reference(words, language(request.locale)), composer)


def _to(name: str, composer: SendingComposer) -> Reply:
    phrases, reader = composer.request.phrases, composer.reader
    messages = last_told(composer.request, composer.link, reader.inbox)
    # "Forward that to Nikhil", right behind what one sent oneself.
    is_own = composer.request.attributes.get(JUST_SENT) or not messages
    if is_own and name and (copied := sent_to_another(name, composer)):
        return copied
    if not messages:
        if name and (text := recent_text(composer)):
            found = composer.recipients(name)
            return proceed(
                Draft(text=text, is_doubtful=True).addressed(found.resolutions), composer
            )
        return Reply(say("nothing_to_forward"), is_slight=True)
    message = messages[-1]
    if message.deleted:
        return Reply(say("deleted_meanwhile"))
    rendered = told(message, reader.listener)
    text = phrases.plain("forwarded_from", author=rendered.author, text=rendered.words)
    # A message of somebody else's is never sent on without a question.
    draft = Draft(text=text, is_doubtful=True)
    if not name:
        return proceed(draft, composer)
    found = composer.recipients(name)
    return proceed(draft.addressed(found.resolutions), composer)
