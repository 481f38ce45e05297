"""Whom "him", "her" and "them" mean: whose message was read, who was sent one, or was asked for."""

from postbox.inbox.message import InboxMessage
from skill.composing.composer import Composer, SendingComposer
from skill.composing.opening import begin
from skill.composing.sent.in_session import sent_to_one
from skill.composing.sent.recent import sent_lately_to_one
from skill.reading.last_told import last_told
from skill.reading.planning.course import Course
from skill.reading.planning.spoken_names import SpokenNames
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT, NAMED
from skill.understanding.answers.new_message import NewMessage
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase

_MOST = 3
"""So many people may be meant by one word."""


def told_in_session(composer: SendingComposer) -> list[InboxMessage]:
    """Return the messages of the answer that was said last, if that was in this session."""
    if not Course.of(composer.request.attributes).last:
        return []
    return last_told(composer.request, composer.link, composer.reader.inbox)


def with_a_name(words: str, composer: SendingComposer) -> str:
    """Return the words with a name for "him" or "her", and names for "them" of several."""
    phrase, known = Phrase(words), language(composer.request.locale)
    length = _place_meant(phrase, composer)
    if length and (place := _place_read(composer)):
        return f"{place} {phrase.after(length)}"
    if means_several(words, composer):
        length = longest_at(known.asked["all_of_them"], phrase.spoken, 0)
        joined = f" {composer.request.phrases.plain('joining_names')} "
        return f"{joined.join(_authors(composer))} {phrase.after(length)}"
    if phrase.spoken[:1] not in known.signs["pronouns"]:
        return words
    name = _asked_for(composer) or _only(_authors(composer))
    if not (name or composer.request.attributes.get(NAMED)):
        name = sent_to_one(composer) or sent_lately_to_one(composer)
    # "Ring the plumber" named somebody else than who was written to before: whom is asked.
    # "Them all the boiler's out": "all" is of whom it is for.
    length = max(1, longest_at(known.asked["all_of_them"], phrase.spoken, 0))
    return f"{name} {phrase.after(length)}" if name else words


def _place_meant(phrase: Phrase, composer: SendingComposer) -> int:
    """Return the length of "them", "the channel", which is who is in what was read; 0 for none."""
    known = language(composer.request.locale)
    those = longest_at(known.asked["all_of_them"], phrase.spoken, 0)
    if phrase.spoken[:1] in known.asked["pronouns"] & known.asked["all_of_them"]:
        return 1 if those == 1 else 0
    return longest_at(known.answers["place_read"], phrase.spoken, 0)


def _place_read(composer: SendingComposer) -> str:
    """Return the name of the only place whose messages were just read; "" for none, and at them."""
    if composer.request.attributes.get(JUST_SENT):
        return ""
    messages = told_in_session(composer)
    places = {message.conversation_id for message in messages}
    if len(places) != 1 or messages[0].kind == "im":
        return ""
    return SpokenNames(composer.book.names).conversation(places.pop()) or ""


def means_several(words: str, composer: SendingComposer) -> bool:
    """Whether "them", "both of them" stands for all whose messages were just read."""
    known, phrase = language(composer.request.locale).asked, Phrase(words)
    if _place_meant(phrase, composer) and _place_read(composer):
        return False
    length = longest_at(known["all_of_them"], phrase.spoken, 0)
    return 0 < length < len(Phrase(words)) and 1 < len(_authors(composer)) <= _MOST


def is_for_one_of_several(words: str, composer: SendingComposer) -> bool:
    """Whether it is "her that's fine", and more than one has written what was just read."""
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    is_one = spoken[:1] in known.signs["pronouns"] - known.asked["all_of_them"]
    return is_one and len(_authors(composer)) > 1 and not _asked_for(composer)


def begin_told(words: str, carrier: Carrier, composer: SendingComposer) -> Reply:
    """Begin a message that may be for "her"; what is for several by one word is read back."""
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    all_of_them = longest_at(known.asked["all_of_them"], spoken, 0)
    # Or it is "all the tables are booked".
    is_more = spoken[:1] in known.signs["pronouns"] and all_of_them > 1
    several = means_several(words, composer) or is_more
    return begin(with_a_name(words, composer), carrier, composer, read_back=several)


def begun_in(message: NewMessage | None, composer: SendingComposer) -> Reply | None:
    """Begin the message that other words led to, None where it is none."""
    if message is None or message.carrier is None:
        return None
    return begin_told(message.words, message.carrier, composer)


def _authors(composer: SendingComposer) -> list[str]:
    """Return the names of those whose messages were just read, in that order."""
    if composer.request.attributes.get(JUST_SENT):
        return []
    ids = dict.fromkeys(message.author_id for message in told_in_session(composer))
    people = composer.book.directory.people
    known = [people[author].full_name for author in ids if author in people]
    return known if len(known) == len(ids) else []


def _only(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ""


def _asked_for(composer: Composer) -> str:
    """Return who was named in what could not be done: "call Wei", "tell him ..."."""
    phrase = Phrase(str(composer.request.attributes.get(NAMED) or ""))
    composer.prepare(phrase.text)
    for at in range(len(phrase)):
        if end := composer.understanding.names.named(phrase.spoken, at):
            return phrase.between(at, end)
    return ""
