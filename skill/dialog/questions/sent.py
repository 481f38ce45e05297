"""What is done while a question about a message that was sent, or is to be, is open."""

from collections.abc import Mapping
from dataclasses import replace

from skill.composing.composer import SendingComposer
from skill.composing.opening import with_composer
from skill.composing.sent import changing, recent
from skill.composing.sent.taking_back import asked_again
from skill.dialog.questions.row import COURTESY, OpenQuestion, explained, said
from skill.intents.messages import correction, tell
from skill.intents.reading import react
from skill.intents.scheduling import scheduled
from skill.intents.sent import change_message, send_again, undo
from skill.speech.keys import Key
from skill.turn.context import Turn
from skill.turn.question import Matter, Pending, Question
from skill.turn.reply import Reply
from skill.understanding.answers.agreeing import agreement, refuses
from skill.understanding.answers.sent.calling_off import only_calls_off
from skill.understanding.answers.texts.asked_text import Asked
from skill.understanding.language import Language, language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.wording.amending import amended


def _change_of(question: Question) -> Matter:
    text = str(question.remember.get(changing.TEXT) or "")
    return Matter(text, bool(text))


def _unchanged(turn: Turn) -> Reply:
    del turn
    return changing.unchanged()


def _help_change(turn: Turn) -> Reply:
    key: Key = "help_confirm_change" if changing.asked_about(turn) else "help_change_sent"
    return explained(key)(turn)


def _change_again(turn: Turn) -> Reply:
    text = changing.asked_about(turn)

    def at(composer: SendingComposer) -> Reply:
        if not changing.is_still_last(composer):
            # Another message was sent meanwhile: "nothing was changed" is said of this one.
            return Reply(())
        return changing.change_sent(text, composer, asks=bool(text))

    return at(SendingComposer.of(turn))


def _changed(turn: Turn) -> Reply:
    return changing.confirmed(SendingComposer.of(turn))


def _other_words(turn: Turn) -> Reply:
    return recent.other_words(SendingComposer.of(turn))


def _of_changing(turn: Turn) -> Reply:
    """Take up words at "Shall I change its words to: ...?": a yes, a no, or what they should be."""
    words, text = correction.said(turn), changing.asked_about(turn)
    known = language(turn.locale)
    if not text or not words:
        return _other_words(turn)
    agrees, stays = agreement(words, known).is_whole, refuses(words, known, to_change=True)
    if agrees and stays:
        # "That's fine" may be said of the new words, or of those that were sent.
        return _change_again(turn)
    if agrees or stays:
        return _changed(turn) if agrees else changing.unchanged()

    def at(composer: SendingComposer) -> Reply:
        meant = turn.phrases.plain("i_meant")
        other = amended(text, words, known) or amended(text, f"{meant} {words}", known)
        if other:
            return replace(changing.change_sent(other, composer, asks=True), settles=True)
        return correction.said_of_sent(words, composer) or correction.begun(words, composer)

    return with_composer(turn, at)


def _left_sent(turn: Turn) -> Reply:
    del turn
    return changing.unchanged()


def _asked_back(turn: Turn) -> Reply:
    return asked_again(SendingComposer.of(turn))


def _let(turn: Turn) -> Reply:
    """Ask again at "let it stand", of which "it stand" is left; another message is begun."""
    it = language(turn.locale).answers["the_message"]
    is_of_it = longest_at(it, Phrase(turn.slots.get(tell.SLOT, "")).spoken, 0)
    return _asked_back(turn) if is_of_it else tell.handle(turn)


def _of_unsending(turn: Turn) -> Reply:
    """Take up words at "Shall I take it back?": a yes or a no, or what it should be instead."""
    words = correction.said(turn)
    known = language(turn.locale)
    if refuses(words, known, to_change=True):
        return _left_sent(turn)
    if agreement(words, known, to_undo=True).is_whole or _says_so_again(words, known):
        return undo.handle_unsend(replace(turn, slots={}))

    def at(composer: SendingComposer) -> Reply:
        is_text = composer.asked_text(words).kind is Asked.TEXT
        return (
            correction.said_of_sent(words, composer)
            or (changing.change_sent(words, composer, asks=True) if is_text else None)
            or asked_again(composer)
        )

    return with_composer(turn, at)


def _says_so_again(words: str, known: Language) -> bool:
    """Whether it is "yes delete it", "please take it back", which asks for it once more."""
    return only_calls_off(Phrase(words).spoken, known)


ROWS: Mapping[Pending, OpenQuestion] = {
    Pending.SEND_AGAIN: OpenQuestion(
        yes=send_again.handle,
        no=said("left_unsent"),
        help=explained("help_send_again"),
        leave=said("cancelled", ends=True),
        others={COURTESY: said("left_unsent")},
    ),
    Pending.CHANGE_SENT: OpenQuestion(
        yes=_changed,
        no=_unchanged,
        help=_help_change,
        leave=said("nothing_changed", ends=True, settles=True),
        name=_of_changing,
        words=_of_changing,
        bare=_of_changing,
        unknown=_change_again,
        others={change_message.INTENT: _other_words, COURTESY: _change_again},
        matter=_change_of,
        again=_change_again,
        dropped="nothing_changed",
    ),
    Pending.UNSEND: OpenQuestion(
        yes=undo.handle_unsend,
        no=_left_sent,
        help=explained("help_unsend"),
        leave=said("left_as_it_is", ends=True),
        name=_of_unsending,
        words=_of_unsending,
        bare=_of_unsending,
        unknown=_asked_back,
        others={tell.INTENT: _let, COURTESY: _left_sent},
    ),
    Pending.EMOJI: OpenQuestion(
        yes=explained("help_emoji"),
        no=said("left_as_it_is"),
        help=explained("help_emoji"),
        leave=said("left_as_it_is", ends=True),
        others={react.INTENT: react.handle_which},
    ),
    Pending.WHICH_SCHEDULED: OpenQuestion(
        yes=explained("help_which_scheduled"),
        no=said("left_as_it_is"),
        help=explained("help_which_scheduled"),
        leave=said("left_as_it_is", ends=True),
        others={scheduled.CANCEL: scheduled.handle_which},
    ),
}
