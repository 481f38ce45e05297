"""What is done while a question about a message to be sent is open."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.composing import asking
from skill.composing.answers import (
    any_question,
    choosing,
    confirming,
    meanwhile,
    name_answers,
    text_answers,
    time_answers,
)
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import finish
from skill.composing.opening import with_composer
from skill.dialog.questions.row import Matter, OpenQuestion, explained
from skill.intents.messages import addressed, recipient, send_message, tell
from skill.intents.reading import react, read_from
from skill.intents.registry import ACCOUNT, FALLBACK, REQUESTS, Handler, handler_of
from skill.intents.scheduling import schedule, scheduled
from skill.intents.sent import change_message, own_messages, undo
from skill.intents.session import fallback, leave
from skill.speech.said import all_of, say
from skill.turn.context import Turn
from skill.turn.default_words import default_in_words
from skill.turn.question import DRAFT, Pending, Question
from skill.turn.reply import Reply
from skill.turn.request import Request
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.names.aloud import spoken_name
from skill.understanding.phrase import Phrase


def _draft(answer: any_question.Answer) -> Handler:
    """Return what answers for the message in the making."""

    def handle(turn: Turn) -> Reply:
        def at(composer: SendingComposer) -> Reply:
            return answer(composer.draft, composer) if composer.draft else fallback.handle(turn)

        return with_composer(turn, at)

    return handle


def _worded(answer: any_question.WordsAnswer, words: Callable[[Request], str]) -> Handler:
    """Return what takes up these words of the turn for the message in the making."""
    return _draft(lambda draft, composer: answer(words(composer.request), draft, composer))


def _in(slot: str) -> Callable[[Request], str]:
    return lambda request: request.slots.get(slot, "")


def _name(request: Request) -> str:
    return recipient.named(request.slots)


def _thanked(turn: Turn) -> Reply:
    """Ask again behind "thank you"; "thank Ana for the jam" is another message."""
    known = language(turn.locale)
    is_alone = Phrase(turn.slots.get(addressed.SLOT, "")).spoken in known.thanked
    return _asked_of_it(turn) if is_alone else addressed.HANDLERS[_THANK](turn)


def _counted(turn: Turn) -> Reply:
    """Count what is from somebody; "hello", which has no name, counts nothing here."""
    return read_from.handle_count(turn) if any(turn.slots.values()) else _asked_of_it(turn)


def _never_minded(turn: Turn) -> Reply:
    """Stop, or go on with "never mind Kevin, tell Ana ..."."""
    another = _worded(any_question.left_for_another, _in(leave.REST))
    return another(turn) if turn.slots.get(leave.REST) else _stopped(turn)


def _told(intent: str, carrier: Carrier) -> Handler:
    """Return what takes up another message, or what Alexa only takes for one."""

    def handle(turn: Turn) -> Reply:
        def at(composer: SendingComposer) -> Reply:
            words, draft = turn.slots.get(addressed.SLOT, ""), composer.draft
            beside = meanwhile.told_meanwhile(words, carrier, draft, composer) if draft else None
            return beside or handler_of(intent)(turn)

        return with_composer(turn, at)

    return handle


_LEFT = _draft(any_question.left)
_THANKS, _COURTESY, _THANK = "ThanksIntent", "CourtesyIntent", "ThankIntent"
_MESSAGE_WORDS = _in(send_message.SLOT)

_AT_A_DRAFT: Mapping[str, Handler] = {
    change_message.ADD: _worded(any_question.added, _in(change_message.SLOT)),
    # "Add a heart" may well be said of the message in the making, which is read back.
    react.INTENT: _worded(any_question.added, _in(react.SLOT)),
    change_message.INTENT: _worded(any_question.changed, _in(change_message.SLOT)),
    schedule.SCHEDULE: _worded(time_answers.scheduled, _in(schedule.SLOT)),
    leave.NEVER_MIND: _never_minded,
    undo.UNSEND: _LEFT,
    undo.UNDO: _LEFT,
    # "Cancel the message to Kevin", which is not sent yet.
    scheduled.CANCEL: _LEFT,
}
_ASKING = (ACCOUNT, *REQUESTS)
_TELLING: Mapping[str, Carrier] = {tell.INTENT: Carrier.RECIPIENT, **addressed.CARRIERS}
_TOLD = {intent: _told(intent, carrier) for intent, carrier in _TELLING.items()}


def _draft_of(question: Question) -> Matter:
    plain = question.remember.get(DRAFT)
    draft = Draft.from_plain(plain) if plain else Draft()
    return Matter(draft.id, bool(draft.text or draft.later))


def _stopped(turn: Turn) -> Reply:
    del turn
    return Reply(say("cancelled"), ends=True, settles=True)


def _moved(turn: Turn) -> Reply:
    """Take back what was sent last, and send it to whom it is meant for."""
    taken_back = undo.handle_unsend(turn)
    sent = _draft(lambda draft, composer: finish(replace(draft, moves=False), composer))(turn)
    return replace(sent.after(taken_back.sentences), tells_of=sent.tells_of | taken_back.tells_of)


def _unmoved(draft: Draft, composer: Composer) -> Reply:
    del draft, composer
    return Reply(say("nothing_changed"), settles=True)


def _help_message(turn: Turn) -> Reply:
    def at(composer: Composer) -> Reply:
        to = composer.draft.to if composer.draft else ()
        names = all_of(spoken_name(candidate) for candidate in to)
        place = names if to else default_in_words(composer.link, composer.speaker, turn.phrases)
        return Reply(say("help_message", conversation=place), turn.question)

    return with_composer(turn, at)


def _help_confirm(draft: Draft, composer: Composer) -> Reply:
    return Reply(say("help_confirm_at" if draft.at else "help_confirm"), composer.request.question)


def _named_or(name: any_question.WordsAnswer, no: any_question.Answer) -> any_question.WordsAnswer:
    """Return what takes up a name; "wrong one" has none, and is a no."""

    def answer(words: str, draft: Draft, composer: SendingComposer) -> Reply:
        return name(words, draft, composer) if words else no(draft, composer)

    return answer


def _asked_of_it(turn: Turn) -> Reply:
    """Ask again, for "who can I send it to", "what did I say" are asked of the message itself."""
    return _draft(asking.again)(turn)


def _own_words(turn: Turn) -> Reply:
    """Take "what did I say" for the message in the making; "... to Ana" is what was sent."""
    if turn.slots.get(own_messages.RECIPIENT) or turn.slots.get(own_messages.CHANNEL):
        return own_messages.handle(turn)
    return _asked_of_it(turn)


def _of_a_draft(
    *,
    help_: Handler,
    name: any_question.WordsAnswer,
    words: any_question.WordsAnswer = meanwhile.sent_meanwhile,
    bare_words: any_question.WordsAnswer = name_answers.name_instead,
    yes: any_question.Answer = asking.once_more,
    no: any_question.Answer = any_question.left,
    others: Mapping[str, Handler] | None = None,
) -> OpenQuestion:
    return OpenQuestion(
        yes=_draft(yes),
        no=_draft(no),
        help=help_,
        leave=_stopped,
        name=_worded(time_answers.other_time_or(_named_or(name, no)), _name),
        words=_worded(words, _MESSAGE_WORDS),
        bare=_worded(time_answers.time_or(bare_words), _MESSAGE_WORDS),
        unknown=_draft(asking.once_more),
        others={
            **_AT_A_DRAFT,
            **_TOLD,
            **dict.fromkeys(_ASKING, _asked_of_it),
            own_messages.INTENT: _own_words,
            **dict.fromkeys((_THANKS, _COURTESY), _asked_of_it),
            "CountIntent": _counted,
            _THANK: _thanked,
            **(others or {}),
        },
        matter=_draft_of,
        again=_draft(asking.again),
    )


ROWS: Mapping[Pending, OpenQuestion] = {
    Pending.MESSAGE: _of_a_draft(
        help_=_help_message,
        name=name_answers.another_name,
        words=text_answers.words_asked_for,
        bare_words=text_answers.words_asked_for,
        yes=text_answers.yes_asked_for,
        no=text_answers.no_asked_for,
        others={
            _THANKS: _draft(any_question.thanks_as_text),
            _COURTESY: _draft(asking.what_in_few_words),
            "SendNowIntent": _draft(asking.what_in_few_words),
        },
    ),
    Pending.THESE_WORDS: _of_a_draft(
        help_=explained("help_these_words"),
        name=name_answers.another_name,
        words=text_answers.words_asked_for,
        bare_words=text_answers.words_asked_for,
        yes=text_answers.these_words,
        no=text_answers.other_words,
        others={
            leave.NEVER_MIND: _worded(text_answers.without_these_words, _in(leave.REST)),
            **dict.fromkeys((undo.UNSEND, undo.UNDO), _draft(text_answers.other_words)),
        },
    ),
    Pending.WHOM: _of_a_draft(
        help_=explained("help_whom"),
        name=name_answers.name_asked_for,
        bare_words=name_answers.name_asked_for,
    ),
    Pending.WHICH: _of_a_draft(
        help_=explained("help_which"),
        name=choosing.chosen,
        bare_words=choosing.chosen,
        no=any_question.to_another,
    ),
    Pending.CONFIRM: _of_a_draft(
        help_=_draft(_help_confirm),
        name=confirming.answered,
        words=confirming.sent_or_other_words,
        bare_words=confirming.answered,
        yes=confirming.agreed,
        no=any_question.not_confirmed,
        others={
            recipient.INSTEAD: _worded(confirming.instead, _name),
            FALLBACK: _draft(confirming.not_understood),
            _COURTESY: _draft(confirming.agreed),
            schedule.NOW: _draft(time_answers.now),
            schedule.THEN: _draft(time_answers.then),
        },
    ),
    Pending.MOVE: _of_a_draft(
        help_=explained("help_move"),
        name=name_answers.name_instead,
        no=_unmoved,
        others={"AMAZON.YesIntent": _moved, schedule.NOW: _moved},
    ),
    Pending.WHEN: _of_a_draft(
        help_=explained("help_when"),
        name=name_answers.another_name,
        others={
            schedule.SCHEDULE: _worded(time_answers.time_asked_for, _in(schedule.SLOT)),
            schedule.NOW: _draft(time_answers.now_after_all),
            schedule.THEN: _draft(time_answers.then),
        },
    ),
    Pending.WHICH_TAUGHT: OpenQuestion(
        yes=_draft(asking.once_more),
        no=_LEFT,
        help=explained("help_which"),
        leave=_stopped,
        name=_worded(choosing.chosen, _name),
        unknown=_draft(asking.once_more),
    ),
}
