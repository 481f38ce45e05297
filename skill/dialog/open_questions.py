"""The table of open questions: what yes, no, a name, words and the like do at each.

A question that is open between two turns gives what is said next its meaning. What a row leaves
out means the same there as without a question (skill/intents/registry.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from skill.composing import answers, asking, changing_sent as changing, time_answers
from skill.composing.composer import DRAFT, Composer
from skill.composing.draft import Draft
from skill.composing.next_step import finish
from skill.composing.opening import with_composer
from skill.intents.messages import (
    add_to_message,
    bare,
    change_message,
    recipient,
    schedule,
    scheduled,
    send_again,
    send_message,
    undo,
)
from skill.intents.reading import react, read_from, read_on
from skill.intents.registry import Handler
from skill.intents.session import fallback, help as help_intent, leave, yes_no
from skill.reading.planning.course import Course
from skill.services import Services
from skill.speech.keys import Key
from skill.speech.said import all_of, say
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply
from skill.understanding.names.aloud import spoken_name


@dataclass(frozen=True)
class Matter:
    """What a question is about."""

    id: str = ""
    """Tells it from others of its session."""
    has_words: bool = False
    """Whether there are words that would be lost with it."""


NO_MATTER = Matter()


@dataclass(frozen=True)
class OpenQuestion:
    """What is done with what is said while one question is open."""

    yes: Handler
    no: Handler
    help: Handler
    leave: Handler
    """Stop, cancel and go home."""
    name: Handler | None = None
    """A name, or a place in a list."""
    words: Handler | None = None
    """Words as a message has them."""
    bare: Handler | None = None
    """Words that may be a time, a name or a message: nothing was said before them."""
    unknown: Handler | None = None
    """What Alexa did not understand."""
    others: Mapping[str, Handler] = field(default_factory=dict)
    """Further intents that have a meaning of their own here."""
    matter: Callable[[Question], Matter] = lambda _question: NO_MATTER
    again: Handler | None = None
    """Asks it again; each question has it whose matter may have words."""
    dropped: Key = "cancelled"
    """The sentence that says that those words came to nothing."""

    def handler(self, intent: str) -> Handler | None:
        """Return what answers an intent here, or None where the question changes nothing."""
        usual = self.bare if intent in bare.INTENTS else self._usual.get(intent)
        return self.others.get(intent) or usual

    @property
    def _usual(self) -> Mapping[str, Handler | None]:
        return {
            yes_no.YES: self.yes,
            schedule.NOW: self.yes,
            yes_no.NO: self.no,
            help_intent.INTENT: self.help,
            help_intent.HOW_TO: self.help,
            leave.STOP: self.leave,
            leave.HOME: self.leave,
            leave.CANCEL: self.leave,
            leave.NEVER_MIND: self.leave,
            recipient.INTENT: self.name,
            send_message.INTENT: self.words,
            fallback.INTENT: self.unknown,
        }


# ------------------------------------------------------------------- how a row's answers are made


def _said(key: Key, *, ends: bool = False, settles: bool = False) -> Handler:
    """Return what says a sentence, and no more."""

    def handle(turn: Turn, services: Services) -> Reply:
        del turn, services
        return Reply(say(key), ends=ends, settles=settles)

    return handle


def _explained(key: Key) -> Handler:
    """Return what says a sentence while the question stays open."""

    def handle(turn: Turn, services: Services) -> Reply:
        del services
        return Reply(say(key), turn.question)

    return handle


def _draft(answer: answers.Answer) -> Handler:
    """Return what answers for the message in the making."""

    def handle(turn: Turn, services: Services) -> Reply:
        def at(composer: Composer) -> Reply:
            return (
                answer(composer.draft, composer)
                if composer.draft
                else fallback.handle(turn, services)
            )

        return with_composer(turn, services, at)

    return handle


def _worded(answer: answers.WordsAnswer, words: Callable[[Turn], str]) -> Handler:
    """Return what takes up these words of the turn for the message in the making."""
    return _draft(lambda draft, composer: answer(words(composer.turn), draft, composer))


def _in(slot: str) -> Callable[[Turn], str]:
    return lambda turn: turn.slots.get(slot, "")


def _name(turn: Turn) -> str:
    return recipient.named(turn.slots)


# ------------------------------------------------------------- questions about a message to be sent


_LEFT = _draft(answers.left)
_MESSAGE_WORDS = _in(send_message.SLOT)

_AT_A_DRAFT: Mapping[str, Handler] = {
    add_to_message.INTENT: _worded(answers.added, _in(add_to_message.SLOT)),
    # "Add a heart" may well be said of the message in the making, which is read back.
    react.INTENT: _worded(answers.added, _in(react.SLOT)),
    change_message.INTENT: _worded(answers.changed, _in(change_message.SLOT)),
    schedule.SCHEDULE: _worded(time_answers.scheduled, _in(schedule.SLOT)),
    leave.NEVER_MIND: _worded(answers.left_for_another, _in(leave.REST)),
    undo.UNSEND: _LEFT,
    undo.UNSEND_FROM: _LEFT,
    undo.UNDO: _LEFT,
    # "Cancel the message to Kevin", which is not sent yet.
    scheduled.CANCEL: _LEFT,
}


def _draft_of(question: Question) -> Matter:
    plain = question.remember.get(DRAFT)
    draft = Draft.from_plain(plain) if plain else Draft()
    return Matter(draft.id, bool(draft.text or draft.later))


def _stopped(turn: Turn, services: Services) -> Reply:
    del turn, services
    return Reply(say("cancelled"), ends=True, settles=True)


def _help_message(turn: Turn, services: Services) -> Reply:
    def at(composer: Composer) -> Reply:
        to = composer.draft.to if composer.draft else ()
        names = all_of(spoken_name(candidate) for candidate in to)
        place = names if to else composer.link.default_conversation_name
        return Reply(say("help_message", conversation=place), turn.question)

    return with_composer(turn, services, at)


def _help_confirm(draft: Draft, composer: Composer) -> Reply:
    return Reply(say("help_confirm_at" if draft.at else "help_confirm"), composer.turn.question)


def _of_a_draft(
    *,
    help_: Handler,
    name: answers.WordsAnswer,
    words: answers.WordsAnswer = answers.sent_meanwhile,
    bare_words: answers.WordsAnswer = answers.name_instead,
    yes: answers.Answer = asking.once_more,
    no: answers.Answer = answers.left,
    others: Mapping[str, Handler] | None = None,
) -> OpenQuestion:
    return OpenQuestion(
        yes=_draft(yes),
        no=_draft(no),
        help=help_,
        leave=_stopped,
        name=_worded(name, _name),
        words=_worded(words, _MESSAGE_WORDS),
        bare=_worded(time_answers.time_or(bare_words), _MESSAGE_WORDS),
        unknown=_draft(asking.once_more),
        others={**_AT_A_DRAFT, **(others or {})},
        matter=_draft_of,
        again=_draft(asking.again),
    )


# ---------------------------------------------------------- questions about a message that was sent


def _change_of(question: Question) -> Matter:
    text = str(question.remember.get(changing.TEXT) or "")
    return Matter(text, bool(text))


def _unchanged(turn: Turn, services: Services) -> Reply:
    del turn, services
    return changing.unchanged()


def _help_change(turn: Turn, services: Services) -> Reply:
    key: Key = "help_confirm_change" if changing.asked_about(turn) else "help_change_sent"
    return _explained(key)(turn, services)


def _change_again(turn: Turn, services: Services) -> Reply:
    text = changing.asked_about(turn)

    def at(composer: Composer) -> Reply:
        return changing.change_sent(text, composer)

    return with_composer(turn, services, at, "mailbox_unavailable")


def _changed(turn: Turn, services: Services) -> Reply:
    return with_composer(turn, services, changing.confirmed, "mailbox_unavailable")


def _other_words(turn: Turn, services: Services) -> Reply:
    return with_composer(turn, services, changing.other_words, "mailbox_unavailable")


# ------------------------------------------------------------------ questions about what is to hear


def _left_unread(turn: Turn, services: Services) -> Reply:
    del services
    closed = Course.of(turn.attributes).closed.plain()
    return Reply(say("left_unread"), remember=closed)


OPEN_QUESTIONS: Mapping[Pending, OpenQuestion] = {
    Pending.MESSAGE: _of_a_draft(
        help_=_help_message,
        name=answers.another_name,
        words=answers.words_asked_for,
        bare_words=answers.words_asked_for,
    ),
    Pending.WHOM: _of_a_draft(
        help_=_explained("help_whom"),
        name=answers.name_asked_for,
        bare_words=answers.name_asked_for,
    ),
    Pending.WHICH: _of_a_draft(
        help_=_explained("help_which"),
        name=answers.chosen,
        bare_words=answers.chosen,
        no=answers.to_another,
    ),
    Pending.CONFIRM: _of_a_draft(
        help_=_draft(_help_confirm),
        name=answers.name_instead,
        words=answers.sent_or_other_words,
        bare_words=answers.name_or_other_words,
        yes=finish,
        no=answers.not_confirmed,
        others={
            schedule.NOW: _draft(time_answers.now),
            schedule.THEN: _draft(time_answers.then),
        },
    ),
    Pending.WHEN: _of_a_draft(
        help_=_explained("help_when"),
        name=answers.another_name,
        others={
            schedule.SCHEDULE: _worded(time_answers.time_asked_for, _in(schedule.SLOT)),
            schedule.NOW: _draft(time_answers.now_after_all),
            schedule.THEN: _draft(time_answers.then),
        },
    ),
    Pending.WHICH_TAUGHT: OpenQuestion(
        yes=_draft(asking.once_more),
        no=_LEFT,
        help=_explained("help_which"),
        leave=_stopped,
        name=_worded(answers.chosen, _name),
        unknown=_draft(asking.once_more),
    ),
    Pending.SEND_AGAIN: OpenQuestion(
        yes=send_again.handle,
        no=_said("left_unsent"),
        help=_explained("help_send_again"),
        leave=_said("cancelled", ends=True),
    ),
    Pending.CHANGE_SENT: OpenQuestion(
        yes=_changed,
        no=_unchanged,
        help=_help_change,
        leave=_said("nothing_changed", ends=True, settles=True),
        others={change_message.INTENT: _other_words},
        matter=_change_of,
        again=_change_again,
        dropped="nothing_changed",
    ),
    Pending.EMOJI: OpenQuestion(
        yes=_said("yes_to_what"),
        no=_said("left_as_it_is"),
        help=_explained("help_emoji"),
        leave=_said("left_as_it_is", ends=True),
        others={react.INTENT: react.handle_which},
    ),
    Pending.WHICH_SCHEDULED: OpenQuestion(
        yes=_said("yes_to_what"),
        no=_said("left_as_it_is"),
        help=_explained("help_which_scheduled"),
        leave=_said("left_as_it_is", ends=True),
        others={scheduled.CANCEL: scheduled.handle_which},
    ),
    Pending.MORE: OpenQuestion(
        yes=read_on.handle_yes,
        no=_left_unread,
        help=_explained("help_more"),
        leave=_said("goodbye", ends=True),
    ),
    Pending.WHICH_TO_HEAR: OpenQuestion(
        yes=read_from.handle_yes,
        no=_said("left_at_that"),
        help=_explained("help_which_to_hear"),
        leave=_said("goodbye", ends=True),
        name=read_from.handle_choice,
        bare=read_from.handle_choice,
    ),
    Pending.WHICH_OF_DIGEST: OpenQuestion(
        yes=read_from.handle_yes,
        no=_said("left_at_that"),
        help=_explained("help_digest"),
        leave=_said("goodbye", ends=True),
        name=read_from.handle_choice,
        bare=read_from.handle_choice,
    ),
}
