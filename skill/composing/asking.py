"""The questions on a message's way: what, to whom, which of them, and whether to send it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.speech.clock_times import begun, said_moment
from skill.speech.sentences import joined, listed
from skill.turn.question import (
    DRAFT,
    MESSAGE_SLOT,
    MORE_SLOT,
    RECIPIENT_SLOT,
    WHEN_SLOT,
    Pending,
    Question,
    Slot,
)
from skill.turn.reply import Reply
from skill.understanding.names.aloud import spoken_name, told_apart


def what(draft: Draft, composer: Composer) -> Reply:
    """Ask for the text, or for more of it."""
    phrases = composer.turn.phrases
    speech = phrases["what_to_add" if draft.text else "what_message"]
    slot = MORE_SLOT if draft.text else MESSAGE_SLOT
    return _asked(draft, composer, Pending.MESSAGE, speech, phrases["what_message_reprompt"], slot)


def whom(draft: Draft, composer: Composer) -> Reply:
    """Ask for the recipient; where a name was not known, say so and how to teach it."""
    phrases = composer.turn.phrases
    speech = phrases["whom"]
    if draft.unknown:
        speech = phrases.say("whom_instead_of", name=draft.unknown)
    return _asked(draft, composer, Pending.WHOM, speech, phrases["whom_reprompt"], RECIPIENT_SLOT)


def which(draft: Draft, composer: Composer) -> Reply:
    """Ask which of those who have the name is meant."""
    choice, phrases = draft.choices[0], composer.turn.phrases
    names = told_apart(choice.candidates, composer.book.directory)
    if choice.rivals > len(choice.candidates):
        speech = phrases.say("which_of_many", names=listed(names, phrases.plain("or")))
    else:
        speech = phrases.say("which", names=listed(names, phrases.plain("or")))
    pending = Pending.WHICH_TAUGHT if draft.teaches else Pending.WHICH
    return _asked(draft, composer, pending, speech, phrases["which_reprompt"], RECIPIENT_SLOT)


def when(draft: Draft, composer: Composer, speech: str = "") -> Reply:
    """Ask for the time at which a message is to be sent."""
    phrases = composer.turn.phrases
    return _asked(
        draft,
        composer,
        Pending.WHEN,
        speech or phrases["when"],
        phrases["when_reprompt"],
        WHEN_SLOT,
    )


def confirm(draft: Draft, composer: Composer) -> Reply:
    """Read a message back before it is sent, with the time where it is sent later."""
    phrases = composer.turn.phrases
    names = listed([spoken_name(each) for each in draft.to], phrases.plain("and"))
    if draft.at:
        time = begun(said_moment(draft.at, composer.now, composer.zone, phrases))
        speech = phrases.say("confirm_at", when=time, names=names, text=draft.text)
        return _asked(
            draft, composer, Pending.CONFIRM, speech, phrases["confirm_at_reprompt"], None
        )
    if whole := [each for each in draft.later if each.is_whole]:
        every = joined([_read_back(each, composer) for each in (draft, *whole)])
        speech = phrases.say("confirm_several", messages=every)
        return _asked(draft, composer, Pending.CONFIRM, speech, phrases["confirm_reprompt"], None)
    speech = phrases.say("confirm", names=names, text=draft.text)
    return _asked(draft, composer, Pending.CONFIRM, speech, phrases["confirm_reprompt"], None)


def _read_back(draft: Draft, composer: Composer) -> str:
    phrases = composer.turn.phrases
    names = listed([spoken_name(each) for each in draft.to], phrases.plain("and"))
    return phrases.plain("read_back", names=names, text=draft.text)


def once_more(draft: Draft, composer: Composer, pending: Pending | None = None) -> Reply:
    """Ask the open question (or another one) again, once; then leave it, with nothing sent."""
    if draft.asked:
        phrases = composer.turn.phrases
        left = phrases["not_learned"] if draft.teaches else phrases["left_with_nothing_sent"]
        return Reply(left, ends=True, settles=True)
    return again(replace(draft, asked=draft.asked + 1), composer, pending)


def again(draft: Draft, composer: Composer, pending: Pending | None = None) -> Reply:
    """Ask the open question, or another one, again."""
    return _QUESTIONS[pending or composer.turn.pending](draft, composer)


_QUESTIONS: Mapping[Pending, Callable[[Draft, Composer], Reply]] = {
    Pending.MESSAGE: what,
    Pending.WHOM: whom,
    Pending.WHICH: which,
    Pending.WHICH_TAUGHT: which,
    Pending.CONFIRM: confirm,
    Pending.WHEN: when,
}


def _asked(
    draft: Draft,
    composer: Composer,
    pending: Pending,
    speech: str,
    reprompt: str,
    slot: Slot | None,
) -> Reply:
    if not draft.id:
        draft = replace(draft, id=composer.turn.request_id)
    question = Question(pending, reprompt, remember={DRAFT: draft.plain()}, elicits=slot)
    return Reply(speech, question)
