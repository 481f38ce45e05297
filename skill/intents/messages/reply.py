""" "Reply, thanks": to where the message came from that was read last, in its thread."""

from dataclasses import replace

from postbox.inbox.message import InboxMessage
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Choice, Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, dictated, with_composer
from skill.reading.last_told import last_told
from skill.reading.planning.spoken_names import SpokenNames
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.answers.which_answered import (
    WhichAnswered,
    answer_text,
    behind_there,
    names_a_message,
    which_answered,
    without_pointing,
)
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import EXACT, NAMED_FROM, Candidate, Kind
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.understood import PhraseOutcome

INTENT = "ReplyIntent"
SLOT = "message"
_MOST_OFFERED = 3
_SEVERAL = 2


def handle(turn: Turn) -> Reply:
    """Answer what was read last; where several conversations were read, read it back first."""
    return with_composer(turn, _handle)


def _handle(composer: SendingComposer) -> Reply:
    return answered(composer.request.slots.get(SLOT, ""), composer)


def answered(words: str, composer: SendingComposer, *, is_doubtful: bool = False) -> Reply:
    """Answer what was read last with these words; where it may be meant otherwise, ask first."""
    messages = last_told(composer.request, composer.link, composer.reader.inbox)
    if not messages:
        return Reply(say("nothing_to_reply_to"))
    composer.prepare(words)
    words, privately = _without_privacy(words, composer)
    places = _whences(messages, composer, privately)
    which = which_answered(words, len(messages), composer.request.locale)
    if which is not None and (which.at is not None or len(places) < _SEVERAL):
        draft = _pointed(which, messages, places, composer, is_doubtful or privately)
        return proceed(draft, composer)
    if which is not None:
        words, is_doubtful = which.text, is_doubtful or not which.is_sure
    named = _named(words, messages, composer)
    if named is None and composer.understanding.names.named(Phrase(words).spoken, 0):
        other = composer.understand(words, Carrier.RECIPIENT)
        if other.outcome is PhraseOutcome.CERTAIN and other.text:
            # "Answer Joy try the red one", where Joy was read some answers before.
            return begin(words, Carrier.RECIPIENT, composer, read_back=True)
    if named is None and len(places) > 1:
        choice = Choice("", places, len(places))
        phrase = Phrase(words)
        if phrase.spoken[:1] in language(composer.request.locale).signs["pronouns"]:
            words = phrase.after(1)
        text = dictated(answer_text(words, composer.request.locale)[0], composer)
        return proceed(Draft(text=text, choices=(choice,), is_doubtful=is_doubtful), composer)
    message, words = named or (messages[-1], words)
    threads = {(message.conversation_id, message.thread_ts) for message in messages}
    draft = _worded(words, (_whence(message, composer, privately),), composer)
    is_doubtful = is_doubtful or (len(threads) > 1 and named is None) or draft.is_doubtful
    # "Quietly please" may be all that is said.
    is_doubtful = is_doubtful or (privately and len(Phrase(draft.text)) == 1)
    thread = "" if privately and message.kind != "im" else message.thread_ts or ""
    return proceed(replace(draft, thread_ts=thread, is_doubtful=is_doubtful), composer)


def _without_privacy(words: str, composer: Composer) -> tuple[str, bool]:
    """Return "her sure" of "her privately sure", and whether it is for whoever wrote alone."""
    phrase, known = Phrase(words), language(composer.request.locale)
    alone = longest_at(known.signs["just_to"], phrase.spoken, 0)
    start = alone or longest_at(known.to, phrase.spoken, 0)
    pronoun = start + longest_at(known.asked["pronouns"], phrase.spoken, start)
    named = composer.understanding.names.named(phrase.spoken, start)
    private = known.signs["private_manner"] | known.signs["not_public"]
    for end in dict.fromkeys((named, pronoun, 0)):
        only = known.signs["alone"] if end else frozenset()
        manner = longest_at(private | only, phrase.spoken, end)
        if (manner or (alone and end > start)) and end + manner < len(phrase):
            return f"{phrase.between(start, end)} {phrase.after(end + manner)}".strip(), True
    return words, False


def _worded(words: str, to: tuple[Candidate, ...], composer: Composer) -> Draft:
    """Return an answer without what leads to it; where something stands against it, in doubt."""
    locale = composer.request.locale
    answers = language(locale).asked["answer_words"]
    text, is_doubtful = answer_text(words, locale)
    short = without_pointing(text, locale)
    is_answer = all((word,) in answers for word in Phrase(short).spoken)
    said = composer.said_to(short if is_answer else text, to)
    is_doubtful = is_doubtful or (bool(said.signs) and not is_answer)
    return Draft(
        text=dictated(said.text, composer),
        to=to,
        mentions=said.mentions,
        is_doubtful=is_doubtful,
    )


def points_there(words: str, composer: SendingComposer) -> bool:
    """Whether "in there I'm on my way" is for where a message was read."""
    phrase = Phrase(words)
    if not behind_there(phrase, 0, composer.request.locale):
        return False
    return bool(last_told(composer.request, composer.link, composer.reader.inbox))


def answers_a_message(words: str, composer: SendingComposer) -> bool:
    """Whether "the second one I'm on my way" is for one of the messages that were read last."""
    if not names_a_message(words, composer.request.locale):
        return False
    return bool(last_told(composer.request, composer.link, composer.reader.inbox))


def _pointed(
    which: WhichAnswered,
    messages: list[InboxMessage],
    places: tuple[Candidate, ...],
    composer: Composer,
    is_doubtful: bool,
) -> Draft:
    """Return the answer to the message that was pointed at.

    "The second one" may as well be the second who wrote: where these differ it is read back.
    """
    message = messages[-1 if which.at is None else which.at]
    to = _whence(message, composer)
    differs = which.at is not None and len(places) not in {0, len(messages)}
    thread = message.thread_ts or ""
    if which.in_thread and message.kind != "im":
        thread = thread or message.ts
    draft = _worded(which.text, (to,), composer)
    return replace(
        draft,
        thread_ts="" if which.in_thread is False else thread,
        is_doubtful=is_doubtful or differs or not which.is_sure or draft.is_doubtful,
    )


def _whences(
    messages: list[InboxMessage], composer: Composer, privately: bool
) -> tuple[Candidate, ...]:
    """Return the conversations that may be answered, where they are several and no thread's."""
    found = {
        candidate.id: candidate
        for candidate in (_whence(message, composer, privately) for message in messages)
    }
    in_thread = any(message.thread_ts for message in messages)
    return tuple(found.values()) if 1 < len(found) <= _MOST_OFFERED and not in_thread else ()


def _named(
    words: str, messages: list[InboxMessage], composer: Composer
) -> tuple[InboxMessage, str] | None:
    """Return whose message "reply to Hope yes I did" answers, and the words of the answer."""
    phrase, known = Phrase(words), language(composer.request.locale)
    start = longest_at(known.to, phrase.spoken, 0)
    if not start and phrase.spoken[:1] in known.signs["pronouns"] and len(phrase) > 1:
        return _only_author(messages, phrase.after(1))
    named = composer.understanding.names.named(phrase.spoken, 0)
    # "Answer Kevin yes", where others are called Kevin, too, but only one of them has written.
    goes_on = phrase.spoken[named : named + 1] in known.be | known.modals
    shared = 0 if goes_on or all(word in known.words for word in phrase.spoken[:named]) else named
    for end in range(len(phrase), start, -1):
        found = composer.recipients(phrase.between(start, end))
        ids = {candidate.id for one in found.resolutions for candidate in one.candidates}
        written = found.least_score >= NAMED_FROM
        theirs = [message for message in messages if message.author_id in ids]
        is_told = found.certainty is Certainty.CERTAIN and end < len(phrase)
        if not (start or is_told or end == shared):
            continue
        if written and theirs and len({message.author_id for message in theirs}) == 1:
            return theirs[-1], phrase.after(end)
    return None


def _only_author(messages: list[InboxMessage], words: str) -> tuple[InboxMessage, str] | None:
    """Return what "answer him I can't" answers; None where several have written."""
    authors = {message.author_id for message in messages}
    return (messages[-1], words) if len(authors) == 1 else None


def _whence(message: InboxMessage, composer: Composer, privately: bool = False) -> Candidate:
    """Return the conversation of a message; a direct message by the person who wrote it."""
    if message.kind == "im" or privately:
        person = composer.book.directory.people.get(message.author_id)
        name = person.full_name if person else composer.request.phrases.plain("unknown_author")
        return Candidate(message.author_id, name, Kind.PERSON, EXACT, "reply")
    spoken = SpokenNames(composer.book.names).conversation(message.conversation_id)
    name = spoken or composer.request.phrases.plain("unknown_place")
    return Candidate(message.conversation_id, name, Kind.CHANNEL, EXACT, "reply")
