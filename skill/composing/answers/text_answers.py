"""What the answers to "What should I say?" do to the message in the making.

Only words that have no sign of being anything else are sent as they come.
"""

from dataclasses import replace

from skill.composing import asking, timing
from skill.composing.answers import moving, time_answers
from skill.composing.answers.any_question import left
from skill.composing.answers.for_other_ears import (
    asked_about,
    asks_to_hear,
    is_for_several,
)
from skill.composing.answers.name_answers import instead
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, dictated
from skill.speech.said import say
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.new_message import NewMessage
from skill.understanding.answers.spoken_answers import spoken_answer
from skill.understanding.answers.taken_apart import AnswerKind
from skill.understanding.answers.texts.asked_text import Asked, AskedText
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import SAME_SOUND, Kind
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.times.splitting import TimeSplitter

_NOT_OF_WHOM = frozenset({Asked.TOLD, Asked.HESITATES, Asked.ASKS, Asked.MESSAGE})
"""What is surely no correction of whom it is for."""


def words_asked_for(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up the answer to "What should I say?"; without a recipient it may name one."""
    if not dictated(words, composer):
        return asking.once_more(draft, composer, Pending.MESSAGE)
    if timed := _timed_text(words, draft, composer):
        return timed
    asked = composer.asked_text(words)
    if other := _for_another(words, asked, draft, composer):
        return other
    if asked.kind is Asked.LEAVES:
        return left(draft, composer)
    if asked.kind is Asked.HESITATES:
        return asking.what(draft, composer)
    if asked.kind is Asked.ASKS:
        return asking.what_for(draft, composer)
    if asked.kind is Asked.MESSAGE:
        return _another(asked, draft, composer)
    if asked.kind is Asked.TOLD:
        return _told(asked, draft, composer)
    return (
        _named(words, asked, draft, composer)
        or _scheduled(asked, draft, composer)
        or _text(asked, draft, composer)
    )


def _for_another(
    words: str, asked: AskedText, draft: Draft, composer: SendingComposer
) -> Reply | None:
    """Return what comes of words that correct whom it is for; None for others."""
    moved = None if asked.kind in _NOT_OF_WHOM else composer.moved_to(words, draft.to)
    if moved and moved.name:
        return moving.moved(moved, draft, composer)
    is_only_denied = moved is not None and asked.kind not in (Asked.LEAVES, Asked.NAMES)
    return moving.for_another(draft, composer) if is_only_denied else None


def yes_asked_for(draft: Draft, composer: Composer) -> Reply:
    """Take up "yes" where a text was asked for: it may be the text."""
    return _one_word(composer.request.phrases.plain("word_yes"), draft, composer)


def no_asked_for(draft: Draft, composer: Composer) -> Reply:
    """Take up "no" where a text was asked for: it may be the text."""
    return _one_word(composer.request.phrases.plain("word_no"), draft, composer)


def _one_word(word: str, draft: Draft, composer: Composer) -> Reply:
    return asking.these_words(replace(draft, text=word), composer)


def _text(asked: AskedText, draft: Draft, composer: SendingComposer) -> Reply:
    is_default = draft.to == composer.default_only
    if is_default and not (draft.is_doubtful or draft.thread_ts) and asked.kind is Asked.TEXT:
        return begin(asked.text, Carrier.TEXT, composer)
    if asked.kind is Asked.LACKS:
        return asking.what_in_few_words(draft, composer)
    if asked.kind is Asked.SENT:
        sending = composer.request.phrases.plain("verb_of_sending")
        return _with_text(f"{sending} {asked.text}", True, draft, composer)
    about = asked_about(asked.text, draft, composer)
    if about in language(composer.request.locale).asked["online"]:
        return asking.what(draft, composer).after(say("cannot_tell_members"))
    doubted = asked.kind in (Asked.DOUBTFUL, Asked.OBJECTS) or about is not None
    doubted = doubted or asks_to_hear(asked.text, composer)
    doubted = doubted or composer.understanding.may_be_beside(asked.text)
    return _with_text(asked.text, doubted, draft, composer)


def _with_text(words: str, is_doubted: bool, draft: Draft, composer: SendingComposer) -> Reply:
    """Go on with a text; read back where it is in doubt whether it is one."""
    said = composer.said_to(words, draft.to)
    text = dictated(said.text, composer)
    draft = replace(draft, text=text, mentions=said.mentions, asked=0)
    if is_doubted or said.signs or is_for_several(words, draft, composer):
        return asking.these_words(draft, composer)
    return proceed(draft, composer)


def _told(asked: AskedText, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up "tell her the bus leaves at nine", "just say yes"."""
    told = asked.told
    if told is None or told.carrier is None:
        is_short = told is not None and len(Phrase(asked.text)) == 1
        is_doubtful = draft.is_doubtful or not (is_short or asked.is_sure)
        return _with_text(asked.text, False, replace(draft, is_doubtful=is_doubtful), composer)
    return _turned(told, draft, composer) or _with_text(asked.text, True, draft, composer)


def _turned(told: NewMessage, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Return what is told of the only person it is for, in the words for that person."""
    if len(draft.to) != 1 or draft.to[0].kind is not Kind.PERSON or told.carrier is None:
        return None
    person = draft.to[0]
    phrase = f"{person.name} {Phrase(told.words).after(1)}"
    understood = composer.understand(phrase, told.carrier)
    named = {one.id for resolution in understood.resolutions for one in resolution.candidates}
    verdict = understood.verdict
    if named != {person.id} or not understood.text or not verdict or len(verdict.messages) != 1:
        return None
    text, doubtful = dictated(understood.text, composer), understood.is_read_back
    told_draft = replace(draft, text=text, mentions=understood.mentions, asked=0)
    return proceed(replace(told_draft, is_doubtful=draft.is_doubtful or doubtful), composer)


def _named(words: str, asked: AskedText, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Return what "no to ana", "make it priya and mark" lead to; None where it may be a text."""
    answer = spoken_answer(words, language(composer.request.locale))
    if answer.kind is AnswerKind.NAME and answer.corrects:
        found = composer.recipients(answer.name)
        if found.least_score >= SAME_SOUND and found.certainty is not Certainty.UNKNOWN:
            return instead(answer, draft, composer)
    if asked.kind is not Asked.NAMES:
        return None
    found = composer.recipients(asked.text)
    if {one.id for resolution in found.resolutions for one in resolution.candidates} <= _ids(draft):
        return asking.what_for(draft, composer)
    named = draft.addressed(found.resolutions)
    if asked.is_also:
        named = replace(named, to=(*draft.to, *named.to))
    return moving.gone_on_with(replace(named, is_doubtful=True), composer)


def _scheduled(asked: AskedText, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Return the draft with the time of "schedule it for tomorrow at nine"; None for a text."""
    phrase = Phrase(asked.text)
    known = language(composer.request.locale)
    # "Send it at noon", whose verb is the intent's.
    length = longest_at(known.asked["scheduling"] | known.objects, phrase.spoken, 0)
    said = timing.time_alone(phrase.after(length), composer) if length else None
    return time_answers.at_time(said, draft, composer) if said else None


def _timed_text(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Take "for tomorrow at noon saying bring the laptop" apart, where a time is wanted, too."""
    if not draft.wants_time:
        return None
    splitter, phrase = TimeSplitter(composer.request.locale), Phrase(words)
    for start in range(min(2, len(phrase))):
        found = splitter.reader.at(phrase.spoken, start, bare=True)
        rest = phrase.after(found[1]) if found else ""
        behind = Phrase(rest)
        linked = longest_at(language(composer.request.locale).sure_linkers, behind.spoken, 0)
        text = behind.after(linked)
        if found and text and linked:
            timed = replace(draft, text=dictated(text, composer), asked=0)
            return time_answers.at_time(found[0], timed, composer)
    return None


def _ids(draft: Draft) -> set[str]:
    return {candidate.id for candidate in draft.to}


def _another(asked: AskedText, draft: Draft, composer: SendingComposer) -> Reply:
    """Read back the other message; the one that is open is asked for behind it if it is kept."""
    begun = asked.told
    if begun is None or begun.carrier is None:
        return _with_text(asked.text, True, draft, composer)
    later = (replace(draft, text=""),) if begun.keeps else ()
    reply = begin(begun.words, begun.carrier, composer, read_back=True, later=later)
    return reply if reply.question else _with_text(asked.text, True, draft, composer)
