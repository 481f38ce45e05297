"""What is done while a question about a message to be sent is open."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from skill.composing import asking
from skill.composing.answers import (
    agreed,
    any_question,
    choosing,
    confirming,
    moving,
    name_answers,
    text_answers,
    these_words,
    time_answers,
)
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import finish
from skill.composing.opening import with_composer
from skill.dialog.questions.at_a_draft import (
    LEFT,
    THANKS,
    drafted,
    in_slot,
    named,
    named_or,
    of_a_draft,
    stopped,
    worded,
)
from skill.dialog.questions.row import COURTESY, LEAVING, OpenQuestion, explained
from skill.intents.messages import recipient
from skill.intents.registry import FALLBACK
from skill.intents.scheduling import schedule
from skill.intents.sent import undo
from skill.intents.session import leave
from skill.speech.said import all_of, say
from skill.turn.context import Turn
from skill.turn.default_words import default_in_words
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.agreeing import agreement, refuses
from skill.understanding.language import language
from skill.understanding.names.aloud import spoken_name


def _moved(turn: Turn) -> Reply:
    """Take back what was sent last, and send it to whom it is meant for."""
    taken_back = undo.handle_unsend(turn)
    sent = drafted(lambda draft, composer: finish(replace(draft, moves=False), composer))(turn)
    return replace(sent.after(taken_back.sentences), tells_of=sent.tells_of | taken_back.tells_of)


def _moved_elsewhere(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up whom else it is for, or "no it's fine", which leaves it where it is."""
    known = language(composer.request.locale)
    if not refuses(words, known, to_change=True):
        return name_answers.name_instead(words, draft, composer)
    # "It's fine" may be said of what was sent, or of what is to be done.
    is_open = agreement(words, known).is_whole
    return asking.again(draft, composer) if is_open else _unmoved(draft, composer)


def _left_moving(turn: Turn) -> Reply:
    """Leave what was sent where it is; "never mind, tell Ana ..." begins another message."""
    rest = turn.slots.get(leave.REST, "")
    if rest:
        return drafted(partial(any_question.left_for_another, rest))(turn)
    return Reply(say("nothing_changed"), ends=True, settles=True)


def _of_moving(turn: Turn) -> Reply:
    """Take up words at "Shall I take it back, and send it to ...?": a yes, a no, or a name."""
    words, known = named(turn), language(turn.locale)
    if agreement(words, known, to_undo=True).is_whole:
        # "Aye" names nobody from whom it would be taken back.
        return _moved(replace(turn, slots={}))
    return drafted(partial(_moved_elsewhere, words))(turn)


def _taken_back(turn: Turn) -> Reply:
    return replace(undo.handle_unsend(turn), settles=True)


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


ROWS: Mapping[Pending, OpenQuestion] = {
    Pending.MESSAGE: of_a_draft(
        help_=_help_message,
        name=name_answers.another_name,
        words=text_answers.words_asked_for,
        bare_words=text_answers.words_asked_for,
        yes=text_answers.yes_asked_for,
        no=text_answers.no_asked_for,
        others={
            THANKS: drafted(any_question.thanks_as_text),
            COURTESY: drafted(asking.what_in_few_words),
            "SendNowIntent": drafted(asking.what_in_few_words),
            # "Wrong person" is no "no" here, which may be the text.
            recipient.INSTEAD: worded(
                named_or(name_answers.another_name, moving.for_another), named
            ),
        },
    ),
    Pending.THESE_WORDS: of_a_draft(
        help_=explained("help_these_words"),
        name=name_answers.another_name,
        words=these_words.words_instead,
        bare_words=these_words.words_instead,
        yes=these_words.these_words,
        no=these_words.other_words,
        others={
            leave.NEVER_MIND: worded(these_words.without_these_words, in_slot(leave.REST)),
            COURTESY: drafted(these_words.these_words),
            **dict.fromkeys((undo.UNSEND, undo.UNDO), drafted(these_words.other_words)),
        },
    ),
    Pending.WHOM: of_a_draft(
        help_=explained("help_whom"),
        name=name_answers.name_asked_for,
        bare_words=name_answers.name_asked_for,
    ),
    Pending.WHICH: of_a_draft(
        help_=explained("help_which"),
        name=choosing.chosen,
        bare_words=choosing.chosen,
        no=any_question.to_another,
    ),
    Pending.CONFIRM: of_a_draft(
        help_=drafted(_help_confirm),
        name=confirming.answered,
        words=confirming.sent_or_other_words,
        bare_words=confirming.answered,
        yes=agreed.agreed,
        no=any_question.not_confirmed,
        others={
            recipient.INSTEAD: worded(confirming.instead, named),
            FALLBACK: drafted(confirming.not_understood),
            COURTESY: drafted(agreed.agreed),
            schedule.NOW: drafted(time_answers.now),
            schedule.THEN: drafted(time_answers.then),
        },
    ),
    Pending.MOVE: of_a_draft(
        help_=explained("help_move"),
        name=_moved_elsewhere,
        bare_words=_moved_elsewhere,
        no=_unmoved,
        others={
            "AMAZON.YesIntent": _moved,
            schedule.NOW: _moved,
            recipient.INTENT: _of_moving,
            **dict.fromkeys(LEAVING, _left_moving),
            **dict.fromkeys((undo.UNSEND, undo.UNDO), _taken_back),
        },
    ),
    Pending.WHEN: of_a_draft(
        help_=explained("help_when"),
        name=name_answers.another_name,
        others={
            schedule.SCHEDULE: worded(time_answers.time_asked_for, in_slot(schedule.SLOT)),
            schedule.NOW: drafted(time_answers.now_after_all),
            schedule.THEN: drafted(time_answers.then),
        },
    ),
    Pending.WHICH_TAUGHT: OpenQuestion(
        yes=drafted(asking.once_more),
        no=LEFT,
        help=explained("help_which"),
        leave=stopped,
        name=worded(choosing.chosen, named),
        unknown=drafted(asking.once_more),
    ),
}
