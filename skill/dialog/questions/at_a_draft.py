"""What every question about a message in the making has in common: how it is answered."""

from collections.abc import Callable, Mapping

from skill.composing import asking
from skill.composing.answers import (
    any_question,
    meanwhile,
    name_answers,
    time_answers,
)
from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.opening import with_composer
from skill.dialog.questions.row import COURTESY, OpenQuestion
from skill.intents.messages import addressed, recipient, send_message, tell
from skill.intents.reading import react, read_from
from skill.intents.registry import ACCOUNT, REQUESTS, Handler, handler_of
from skill.intents.scheduling import schedule, scheduled
from skill.intents.sent import change_message, own_messages, undo
from skill.intents.session import fallback, leave
from skill.intents.settings import learned_names
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import DRAFT, Matter, Question
from skill.turn.reply import Reply
from skill.turn.request import Request
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.phrase import Phrase


def drafted(answer: any_question.Answer) -> Handler:
    """Return what answers for the message in the making."""

    def handle(turn: Turn) -> Reply:
        def at(composer: SendingComposer) -> Reply:
            return answer(composer.draft, composer) if composer.draft else fallback.handle(turn)

        return with_composer(turn, at)

    return handle


def worded(answer: any_question.WordsAnswer, words: Callable[[Request], str]) -> Handler:
    """Return what takes up these words of the turn for the message in the making."""
    return drafted(lambda draft, composer: answer(words(composer.request), draft, composer))


def in_slot(slot: str) -> Callable[[Request], str]:
    """Return what finds the words of a slot, "" for none."""
    return lambda request: request.slots.get(slot, "")


def named(request: Request) -> str:
    """Return the words that name somebody, or a place in a list."""
    return recipient.named(request.slots)


def _in_the_place(request: Request) -> str:
    """Return the words behind "put it in", with what leads to the place."""
    return f"{request.phrases.plain('in_the_place')} {request.slots.get(addressed.SLOT, '')}"


def _thanked(turn: Turn) -> Reply:
    """Ask again behind "thank you"; "thank Ana for the jam" is another message."""
    known = language(turn.locale)
    is_alone = Phrase(turn.slots.get(addressed.SLOT, "")).spoken in known.thanked
    return _asked_of_it(turn) if is_alone else addressed.HANDLERS[_THANK](turn)


def _counted(turn: Turn) -> Reply:
    """Count what is from somebody; "hello", which has no name, counts nothing here."""
    return read_from.handle_count(turn) if any(turn.slots.values()) else _asked_of_it(turn)


def _forgotten(turn: Turn) -> Reply:
    """Take up "forget kevin tell olu ..."; else a name that was learned is to be forgotten."""

    def at(composer: SendingComposer) -> Reply:
        words = turn.slots.get(learned_names.SLOT, "")
        another = any_question.dropped_for_another(words, composer)
        return another or learned_names.handle_forget(turn)

    return with_composer(turn, at)


def _never_minded(turn: Turn) -> Reply:
    """Stop, or go on with "never mind Kevin, tell Ana ..."."""
    another = worded(any_question.left_for_another, in_slot(leave.REST))
    return another(turn) if turn.slots.get(leave.REST) else stopped(turn)


def _told(intent: str, carrier: Carrier) -> Handler:
    """Return what takes up another message, or what Alexa only takes for one."""

    def handle(turn: Turn) -> Reply:
        def at(composer: SendingComposer) -> Reply:
            words, draft = turn.slots.get(addressed.SLOT, ""), composer.draft
            beside = meanwhile.told_meanwhile(words, carrier, draft, composer) if draft else None
            return beside or handler_of(intent)(turn)

        return with_composer(turn, at)

    return handle


LEFT = drafted(any_question.left)
THANKS, _THANK = "ThanksIntent", "ThankIntent"
_MESSAGE_WORDS = in_slot(send_message.SLOT)

_AT_A_DRAFT: Mapping[str, Handler] = {
    change_message.ADD: worded(any_question.added, in_slot(change_message.SLOT)),
    # "Add a heart" may well be said of the message in the making, which is read back.
    react.INTENT: worded(any_question.added, in_slot(react.SLOT)),
    addressed.PLACE: worded(meanwhile.sent_meanwhile, _in_the_place),
    change_message.INTENT: worded(
        time_answers.other_time_or(any_question.changed), in_slot(change_message.SLOT)
    ),
    schedule.SCHEDULE: worded(time_answers.scheduled, in_slot(schedule.SLOT)),
    # "Then" says nothing where no time was told.
    schedule.THEN: drafted(asking.again),
    leave.NEVER_MIND: _never_minded,
    learned_names.FORGET: _forgotten,
    undo.UNSEND: LEFT,
    undo.UNDO: LEFT,
    # "Cancel the message to Kevin", which is not sent yet; "cancel, tell Ana ..." begins another.
    scheduled.CANCEL: worded(any_question.left_for_another, in_slot(scheduled.SLOT)),
}
_ASKING = (ACCOUNT, *REQUESTS)
_TELLING: Mapping[str, Carrier] = {
    **dict.fromkeys((tell.INTENT, schedule.REMIND), Carrier.RECIPIENT),
    **addressed.CARRIERS,
}
_TOLD = {intent: _told(intent, carrier) for intent, carrier in _TELLING.items()}


def _draft_of(question: Question) -> Matter:
    plain = question.remember.get(DRAFT)
    draft = Draft.from_plain(plain) if plain else Draft()
    return Matter(draft.id, bool(draft.text or draft.later))


def stopped(turn: Turn) -> Reply:
    """Send nothing, and end the session."""
    del turn
    return Reply(say("cancelled"), ends=True, settles=True)


def named_or(name: any_question.WordsAnswer, no: any_question.Answer) -> any_question.WordsAnswer:
    """Return what takes up a name; "wrong one" has none, and is a no."""

    def answer(words: str, draft: Draft, composer: SendingComposer) -> Reply:
        return name(words, draft, composer) if words else no(draft, composer)

    return answer


def _asked_of_it(turn: Turn) -> Reply:
    """Ask again, for "who can I send it to", "what did I say" are asked of the message itself."""
    return drafted(asking.again_in_doubt)(turn)


def _own_words(turn: Turn) -> Reply:
    """Take "what did I say" for the message in the making; "... to Ana" is what was sent."""
    if turn.slots.get(own_messages.RECIPIENT) or turn.slots.get(own_messages.CHANNEL):
        return own_messages.handle(turn)
    return drafted(asking.again_with_text)(turn)


def of_a_draft(
    *,
    help_: Handler,
    name: any_question.WordsAnswer,
    words: any_question.WordsAnswer = meanwhile.sent_meanwhile,
    bare_words: any_question.WordsAnswer = name_answers.name_instead,
    yes: any_question.Answer = asking.once_more,
    no: any_question.Answer = any_question.left,
    others: Mapping[str, Handler] | None = None,
) -> OpenQuestion:
    """Return the row of a question about a message in the making; what is not given is usual."""
    return OpenQuestion(
        yes=drafted(yes),
        no=drafted(no),
        help=help_,
        leave=stopped,
        name=worded(time_answers.other_time_or(named_or(name, no)), named),
        words=worded(words, _MESSAGE_WORDS),
        bare=worded(time_answers.time_or(bare_words), _MESSAGE_WORDS),
        unknown=drafted(asking.once_more),
        others={
            **_AT_A_DRAFT,
            **_TOLD,
            **dict.fromkeys(_ASKING, _asked_of_it),
            own_messages.INTENT: _own_words,
            **dict.fromkeys((THANKS, COURTESY), _asked_of_it),
            "CountIntent": _counted,
            _THANK: _thanked,
            **(others or {}),
        },
        matter=_draft_of,
        again=drafted(asking.again),
    )
