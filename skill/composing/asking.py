"""The questions on a message's way: what, to whom, which of them, and whether to send it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.speech.clock_times import said_moment
from skill.speech.said import Listed, Said, all_of, one_of, say
from skill.speech.sentences import begun, joined
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
    speech = say("what_to_add" if draft.text else "what_message")
    slot = MORE_SLOT if draft.text else MESSAGE_SLOT
    return _asked(draft, composer, Pending.MESSAGE, speech, say("what_message_reprompt"), slot)


def these_words(draft: Draft, composer: Composer) -> Reply:
    """Ask whether words are the message that may be said to somebody else, or for another end."""
    speech = say("these_words", names=_names(draft), text=draft.text)
    reprompt = say("these_words_reprompt")
    return _asked(draft, composer, Pending.THESE_WORDS, speech, reprompt, MESSAGE_SLOT)


def what_for(draft: Draft, composer: Composer) -> Reply:
    """Ask for the text again, with whom it is for."""
    asked = what(draft, composer)
    return asked.after(say("it_is_for", names=_names(draft))) if draft.to else asked


def what_in_few_words(draft: Draft, composer: Composer) -> Reply:
    """Ask for the text with words before it, for what was said is a word to Alexa without them."""
    speech = say("what_in_few_words")
    return _asked(draft, composer, Pending.MESSAGE, speech, speech, MESSAGE_SLOT)


def whom(draft: Draft, composer: Composer) -> Reply:
    """Ask for the recipient; where a name was not known, say so and how to teach it."""
    speech = say("whom")
    if draft.unknown:
        speech = say("whom_instead_of", name=draft.unknown)
    return _asked(draft, composer, Pending.WHOM, speech, say("whom_reprompt"), RECIPIENT_SLOT)


def elsewhere(draft: Draft, composer: Composer) -> Reply:
    """Ask for another place, where the one that was named cannot take the message."""
    speech, reprompt = say("where_instead"), say("whom_reprompt")
    return _asked(draft, composer, Pending.WHOM, speech, reprompt, RECIPIENT_SLOT)


def which(draft: Draft, composer: Composer) -> Reply:
    """Ask which of those who have the name is meant."""
    choice = draft.choices[0]
    names = told_apart(choice.candidates, composer.book.directory)
    if choice.rivals > len(choice.candidates):
        speech = say("which_of_many", names=one_of(names))
    else:
        speech = say("which", names=one_of(names))
    pending = Pending.WHICH_TAUGHT if draft.teaches else Pending.WHICH
    return _asked(draft, composer, pending, speech, say("which_reprompt"), RECIPIENT_SLOT)


def when(draft: Draft, composer: Composer, speech: Said = ()) -> Reply:
    """Ask for the time at which a message is to be sent."""
    return _asked(
        draft,
        composer,
        Pending.WHEN,
        speech or say("when"),
        say("when_reprompt"),
        WHEN_SLOT,
    )


def confirm(draft: Draft, composer: Composer) -> Reply:
    """Read a message back before it is sent, with the time where it is sent later."""
    phrases = composer.request.phrases
    names = _names(draft)
    if draft.at:
        time = begun(said_moment(draft.at, composer.now, composer.zone, phrases))
        speech = say("confirm_at", when=time, names=names, text=draft.text)
        return _asked(
            draft, composer, Pending.CONFIRM, speech, say("confirm_at_reprompt"), RECIPIENT_SLOT
        )
    if whole := [later for later in draft.later if later.is_whole]:
        every = joined([_read_back(message, composer) for message in (draft, *whole)])
        speech = say("confirm_several", messages=every)
        return _asked(
            draft, composer, Pending.CONFIRM, speech, say("confirm_reprompt"), RECIPIENT_SLOT
        )
    speech = say("confirm", names=names, text=draft.text)
    return _asked(draft, composer, Pending.CONFIRM, speech, say("confirm_reprompt"), RECIPIENT_SLOT)


def move(draft: Draft, composer: Composer) -> Reply:
    """Ask whether to take back what was just sent, and to send it to somebody else."""
    speech = say("confirm_move", names=_names(draft), text=draft.text)
    return _asked(
        draft, composer, Pending.MOVE, speech, say("confirm_move_reprompt"), RECIPIENT_SLOT
    )


def _names(draft: Draft) -> Listed:
    return all_of([spoken_name(candidate) for candidate in draft.to])


def _read_back(draft: Draft, composer: Composer) -> str:
    phrases = composer.request.phrases
    names = _names(draft)
    return phrases.plain("read_back", names=names, text=draft.text)


def once_more(draft: Draft, composer: Composer, pending: Pending | None = None) -> Reply:
    """Ask the open question (or another one) again, once; then leave it, with nothing sent."""
    if draft.asked:
        left = say("not_learned") if draft.teaches else say("left_with_nothing_sent")
        return Reply(left, ends=True, settles=True)
    return again(replace(draft, asked=draft.asked + 1), composer, pending)


def again_in_doubt(draft: Draft, composer: Composer) -> Reply:
    """Ask the open question again, with the doubt of words that may have named others."""
    words = " ".join(composer.request.slots.values())
    offered = tuple(one for choice in draft.choices for one in choice.candidates)
    doubted = bool(words) and composer.leaves_doubt(words, (*draft.to, *offered))
    return again(replace(draft, is_doubtful=draft.is_doubtful or doubted), composer)


def again(draft: Draft, composer: Composer, pending: Pending | None = None) -> Reply:
    """Ask the open question, or another one, again."""
    return _QUESTIONS[pending or composer.request.pending](draft, composer)


def again_with_text(draft: Draft, composer: Composer) -> Reply:
    """Ask the open question again behind the words of the message, where it does not say them."""
    return saying_its_text(draft, again(draft, composer))


def saying_its_text(draft: Draft, asked: Reply) -> Reply:
    """Return a question behind the words of the message, where it does not say them itself."""
    is_said = asked.question is None or asked.question.pending in _WITH_TEXT or not draft.text
    return asked if is_said else asked.after(say("it_says", text=draft.text))


_WITH_TEXT = frozenset({Pending.CONFIRM, Pending.THESE_WORDS, Pending.MOVE})
_QUESTIONS: Mapping[Pending, Callable[[Draft, Composer], Reply]] = {
    Pending.MESSAGE: what,
    Pending.THESE_WORDS: these_words,
    Pending.WHOM: whom,
    Pending.WHICH: which,
    Pending.WHICH_TAUGHT: which,
    Pending.CONFIRM: confirm,
    Pending.MOVE: move,
    Pending.WHEN: when,
}


def _asked(
    draft: Draft,
    composer: Composer,
    pending: Pending,
    said: Said,
    reprompt: Said,
    slot: Slot | None,
) -> Reply:
    if not draft.id:
        draft = replace(draft, id=composer.request.request_id)
    question = Question(pending, reprompt, remember={DRAFT: draft.plain()}, elicits=slot)
    return Reply(said, question)
