"""Many messages in a few sentences: who, how many, and what about in somebody's own words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from postbox.directory.names.spelling import aloud
from postbox.inbox.message import InboxMessage
from skill.reading.planning.digest.news import News, authors, most_liked
from skill.reading.planning.digest.shortening import shortened
from skill.reading.planning.stored import told_alone, who_wrote
from skill.rendering.choices import Saying
from skill.rendering.cutting import MAX_CHARACTERS
from skill.rendering.listener import Listener
from skill.speech.said import Begun, Listed, Said, Sentence, Value, all_of, say, sentence

MOST_TOLD = 4
TOLD_OF_MANY = 3
"""Of five and more conversations; "and less in two others" then is the fourth thing to hear."""
MOST_NAMED = 3
EXCERPT = 100
LONGER_EXCERPT = 160
_LONGEST_NAME = 60
_AMONG_FEW = frozenset({"im", "mpim"})
"""Kinds of conversations in which everything is for the speaker."""
_ROOM = MAX_CHARACTERS - 500
"""For a question behind it, and what else goes with an answer."""


@dataclass(frozen=True)
class Digest:
    """What is said, and the conversations that it tells of."""

    said: Said
    told: tuple[News, ...]


def overview(news: Sequence[News], listener: Listener, *, is_all: bool) -> Digest:
    """Tell of the most important conversations; `is_all` is whether there may be no others."""
    listener = _briefly(listener)
    ordered = sorted(news, key=lambda conversation: conversation.importance)
    most = len(ordered) if len(ordered) <= MOST_TOLD else TOLD_OF_MANY
    for count in range(most, 0, -1):
        told, others = ordered[:count], ordered[count:]
        parts = [_conversation(conversation, listener, EXCERPT) for conversation in told]
        said = (*chain.from_iterable(parts), *_others(told, others, is_all=is_all))
        if len(listener.phrases.ssml(said)) <= _ROOM:
            return Digest(said, tuple(told))
    return Digest((), ())


def closer(news: News, listener: Listener) -> Digest:
    """Tell of one conversation that was asked for, also how it ended."""
    listener = _briefly(listener)
    said = _conversation(news, listener, LONGER_EXCERPT)
    last = news.messages[-1]
    if len(news.messages) > 1 and not news.more and last is not _liked(news):
        who, words = _called(who_wrote(last, listener), listener), _words(last, listener)
        text = shortened(words, LONGER_EXCERPT, listener.phrases)
        said = (*said, sentence("digest_last", author=who, text=text))
    return Digest(said, (news,))


def placed(news: News, listener: Listener) -> Value:
    """Return where it is, as a sentence begins: "General", "Directly from Kevin"."""
    first = news.messages[0]
    name = listener.names.conversation(news.conversation_id) or ""
    if first.kind == "im":
        who = _called(name or who_wrote(first, listener), listener)
        return sentence("digest_direct", author=who)
    if first.kind == "mpim":
        if not name:
            return sentence("digest_some_group")
        return sentence("digest_group", names=_called(name, listener))
    called = _called(aloud(name), listener)
    return Begun(called) if called else sentence("digest_some_channel")


def amount(news: News) -> Value:
    """Return how many messages there are."""
    count = len(news.messages)
    return sentence("digest_more_than", count=count) if news.more else count


def _conversation(news: News, listener: Listener, most: int) -> Said:
    """Return "General: twelve from Kevin, Ana and two others. It began with: ..."."""
    phrases, first, liked = listener.phrases, news.messages[0], _liked(news)
    begin = shortened(_words(first, listener), most, phrases)
    if len(news.messages) == 1 and not news.more:
        return _single(news, begin, listener)
    began = sentence("digest_began_liked" if liked is first else "digest_began", text=begin)
    said = (_for_you(_head(news, listener), news), began)
    if liked and liked is not first:
        text = shortened(_words(liked, listener), most, phrases)
        return (*said, sentence("digest_liked", text=text))
    return said


def _single(news: News, text: str, listener: Listener) -> Said:
    """Return "General, one from Kevin: ..."."""
    (only,), place = news.messages, placed(news, listener)
    if only.kind == "im":
        return say("digest_direct_one", place=place, text=text)
    who = _called(who_wrote(only, listener), listener)
    calls = news.calls and only.kind not in _AMONG_FEW
    return say("digest_one_for_you" if calls else "digest_one", place=place, author=who, text=text)


def _head(news: News, listener: Listener) -> Sentence:
    """Return "General: twelve from Kevin, Ana and two others"."""
    place, count = placed(news, listener), amount(news)
    if news.messages[0].kind == "im":
        return sentence("digest_direct_many", place=place, count=count)
    return sentence(
        "digest_beginning_with" if news.more else "digest_many",
        place=place,
        count=count,
        names=_names(authors(news, listener), listener),
    )


def _liked(news: News) -> InboxMessage | None:
    return most_liked(news.messages, news.reactions)


def _for_you(head: Sentence, news: News) -> Sentence:
    """Return what a conversation has with how many of it are for the speaker."""
    calls = len(news.calls & {message.ts for message in news.messages})
    if not calls or news.messages[0].kind in _AMONG_FEW:
        return head
    if calls == len(news.messages) and not news.more:
        return sentence("digest_all_for_you", what=head)
    return sentence("digest_for_you", what=head, count=calls)


def _names(names: Sequence[str], listener: Listener) -> Listed:
    called = [_called(name, listener) for name in names]
    if len(called) <= MOST_NAMED:
        return all_of(called)
    others = sentence("digest_other_people", count=len(called) - MOST_NAMED + 1)
    return all_of([*called[: MOST_NAMED - 1], others])


def _others(told: Sequence[News], others: Sequence[News], *, is_all: bool) -> Said:
    if not is_all:
        return say("digest_maybe_elsewhere")
    if not others:
        return ()
    is_less = max(news.amount for news in others) < min(news.amount for news in told)
    if len(others) == 1:
        return say("digest_less_in_another" if is_less else "digest_also_in_another")
    return say("digest_less_in_others" if is_less else "digest_also_in_others", count=len(others))


def _words(message: InboxMessage, listener: Listener) -> str:
    return told_alone(message, listener)


def _called(name: str, listener: Listener) -> str:
    return shortened(name, _LONGEST_NAME, listener.phrases)


def _briefly(listener: Listener) -> Listener:
    """Return the listener with code by its size at most: nobody reads code out in a digest."""
    choices = listener.choices
    if choices.code is not Saying.SAID:
        return listener
    return replace(listener, choices=replace(choices, code=Saying.SHORTENED))
