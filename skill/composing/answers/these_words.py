"""What the answers to "...: send that to Ana, or wait?" do to the message in the making.

Words were read back there only to hear whether they are the text that was asked for. Where they may
have told of another recipient, whatever text comes in their place is read back with whom it is for.
"""

from dataclasses import replace

from skill.composing import asking
from skill.composing.answers.any_question import left, left_for_another
from skill.composing.answers.name_answers import is_whom_it_is_for
from skill.composing.answers.text_answers import words_asked_for
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import finish
from skill.composing.opening import dictated
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.understanding.answers.agreeing import agreement, refuses
from skill.understanding.answers.edges import is_idle
from skill.understanding.answers.texts.asked_text import Asked
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase

_SENTENCE = 3
"""So many words may be a text said anew."""


def words_instead(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up words where others were read back only to hear whether they are the text.

    What answers that, or says nothing, is not the text in their place.
    """
    known = language(composer.request.locale)
    if refuses(words, known):
        return other_words(draft, composer)
    read = agreement(words, known)
    if read.is_whole or (read.agrees and is_whom_it_is_for(read.rest, draft, composer)):
        return these_words(draft, composer)
    if read.agrees and _is_a_text(read.rest, composer):
        # "Ah yes, the ramp is icy": what was thought of in the meantime.
        return asking.these_words(replace(draft, text=dictated(read.rest, composer)), composer)
    # "Keep it" is said of the words, and no message in their place.
    unclear = is_idle(Phrase(words).spoken, known) or refuses(words, known, to_change=True)
    if read.agrees or unclear:
        return asking.again(replace(draft, asked=draft.asked + read.agrees), composer)
    if composer.asked_text(words).kind is Asked.OBJECTS:
        return other_words(draft, composer)
    return words_asked_for(_anew(words, composer), _emptied(draft, composer), composer)


def _is_a_text(words: str, composer: Composer) -> bool:
    """Whether words surely begin a sentence, and are nothing else than a text."""
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    begins = spoken[:1] in known.subjects | known.beginnings | known.determiners
    return begins and len(spoken) >= _SENTENCE and composer.asked_text(words).kind is Asked.TEXT


def _anew(words: str, composer: Composer) -> str:
    """Return "the baby is well" of "no wrong the baby is well", said at "...: send that?"."""
    known, phrase = language(composer.request.locale), Phrase(words)
    leads = known.answers["refusing"] | known.answers["refusals"] | known.asked["disregarding"]
    at = 0
    while length := longest_at(leads, phrase.spoken, at):
        at += length
    begins = phrase.spoken[at : at + 1] in known.subjects | known.beginnings | known.determiners
    return phrase.after(at) if begins else words


def other_words(draft: Draft, composer: Composer) -> Reply:
    """Ask for the text again, where the words that were read back are not it."""
    if draft.text == composer.request.phrases.plain("word_no"):
        return left(draft, composer)
    return asking.what(_emptied(draft, composer), composer)


def without_these_words(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Ask for the text again at "scrap that"; "scrap that, tell Ana ..." is another message."""
    return left_for_another(words, draft, composer) if words else other_words(draft, composer)


def these_words(draft: Draft, composer: SendingComposer) -> Reply:
    """Send the words that were read back; asked once more behind what was not understood."""
    if draft.asked:
        return asking.these_words(replace(draft, asked=0), composer).after(say("unchanged_then"))
    return finish(replace(draft, is_doubtful=False), composer)


def _emptied(draft: Draft, composer: Composer) -> Draft:
    """Return the draft without the words that are not it, and with the doubt that they leave."""
    doubted = draft.is_doubtful or composer.leaves_doubt(draft.text, draft.to)
    return replace(draft, text="", mentions=(), is_doubtful=doubted)
