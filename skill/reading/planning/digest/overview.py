"""Many messages in a few sentences: who, how many, and what about in somebody's own words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from postbox.directory.names.spelling import aloud
from postbox.inbox.message import InboxMessage
from skill.reading.planning.digest.liking import most_liked
from skill.reading.planning.digest.news import News, authors
from skill.reading.planning.digest.shortening import shortened
from skill.reading.planning.stored import as_slack_has_it, who_wrote
from skill.rendering.amounts import counted
from skill.rendering.choices import Saying
from skill.rendering.cutting import MAX_CHARACTERS
from skill.rendering.listener import Listener
from skill.rendering.message import spoken
from skill.speech.sentences import joined
from skill.speech.ssml import to_ssml

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
    """Plain text, and the conversations that it tells of."""

    text: str
    told: tuple[News, ...]


def overview(news: Sequence[News], listener: Listener, *, is_all: bool) -> Digest:
    """Tell of the most important conversations; `is_all` is whether there may be no others."""
    listener = _briefly(listener)
    ordered = sorted(news, key=lambda conversation: conversation.importance)
    most = len(ordered) if len(ordered) <= MOST_TOLD else TOLD_OF_MANY
    for count in range(most, 0, -1):
        told, others = ordered[:count], ordered[count:]
        said = [_conversation(conversation, listener, EXCERPT) for conversation in told]
        text = joined([*said, _others(told, others, listener, is_all=is_all)])
        if len(to_ssml(text)) <= _ROOM:
            return Digest(text, tuple(told))
    return Digest("", ())


def closer(news: News, listener: Listener) -> Digest:
    """Tell of one conversation that was asked for, also how it ended."""
    listener = _briefly(listener)
    parts = [_conversation(news, listener, LONGER_EXCERPT)]
    last = news.messages[-1]
    if len(news.messages) > 1 and not news.more and last is not _liked(news):
        who, words = _called(who_wrote(last, listener), listener), _words(last, listener)
        text = shortened(words, LONGER_EXCERPT, listener.phrases)
        parts.append(listener.phrases.plain("digest_last", author=who, text=text))
    return Digest(joined(parts), (news,))


def placed(news: News, listener: Listener) -> str:
    """Return where it is, as a sentence begins: "General", "Directly from Kevin"."""
    phrases, first = listener.phrases, news.messages[0]
    name = listener.names.conversation(news.conversation_id) or ""
    if first.kind == "im":
        who = _called(name or who_wrote(first, listener), listener)
        return phrases.plain("digest_direct", author=who)
    if first.kind == "mpim":
        if not name:
            return phrases.plain("digest_some_group")
        return phrases.plain("digest_group", names=_called(name, listener))
    return _first_upper(_called(aloud(name), listener) or phrases.plain("digest_some_channel"))


def amount(news: News, listener: Listener) -> str:
    """Return how many messages there are."""
    count = counted(len(news.messages), listener.phrases)
    return listener.phrases.plain("digest_more_than", count=count) if news.more else count


def _conversation(news: News, listener: Listener, most: int) -> str:
    """Return "General: twelve from Kevin, Ana and two others. It began with: ..."."""
    phrases, first, liked = listener.phrases, news.messages[0], _liked(news)
    begin = shortened(_words(first, listener), most, phrases)
    if len(news.messages) == 1 and not news.more:
        return _single(news, begin, listener)
    parts = [_head(news, listener) + _for_you(news, listener)]
    parts.append(
        phrases.plain("digest_began_liked" if liked is first else "digest_began", text=begin)
    )
    if liked and liked is not first:
        text = shortened(_words(liked, listener), most, phrases)
        parts.append(phrases.plain("digest_liked", text=text))
    return joined(parts)


def _single(news: News, text: str, listener: Listener) -> str:
    """Return "General, one from Kevin: ..."."""
    (only,), phrases, place = news.messages, listener.phrases, placed(news, listener)
    if only.kind == "im":
        return phrases.plain("digest_direct_one", place=place, text=text)
    who = _called(who_wrote(only, listener), listener)
    calls = news.calls and only.kind not in _AMONG_FEW
    return phrases.plain(
        "digest_one_for_you" if calls else "digest_one", place=place, author=who, text=text
    )


def _head(news: News, listener: Listener) -> str:
    """Return "General: twelve from Kevin, Ana and two others"."""
    phrases, place, count = listener.phrases, placed(news, listener), amount(news, listener)
    if news.messages[0].kind == "im":
        return phrases.plain("digest_direct_many", place=place, count=count)
    names = _names(authors(news, listener), listener)
    return phrases.plain(
        "digest_beginning_with" if news.more else "digest_many",
        place=place,
        count=count,
        names=names,
    )


def _liked(news: News) -> InboxMessage | None:
    return most_liked(news.messages, news.reactions)


def _for_you(news: News, listener: Listener) -> str:
    calls = len(news.calls & {message.ts for message in news.messages})
    if not calls or news.messages[0].kind in _AMONG_FEW:
        return ""
    if calls == len(news.messages) and not news.more:
        return listener.phrases.plain("digest_all_for_you")
    return listener.phrases.plain("digest_for_you", count=counted(calls, listener.phrases))


def _names(names: Sequence[str], listener: Listener) -> str:
    phrases = listener.phrases
    called = [_called(name, listener) for name in names]
    if len(called) > MOST_NAMED:
        others = counted(len(called) - MOST_NAMED + 1, phrases)
        called = [*called[: MOST_NAMED - 1], phrases.plain("digest_other_people", count=others)]
    return phrases.all_of(called)


def _others(
    told: Sequence[News], others: Sequence[News], listener: Listener, *, is_all: bool
) -> str:
    phrases = listener.phrases
    if not is_all:
        return phrases.plain("digest_maybe_elsewhere")
    if not others:
        return ""
    is_less = max(news.amount for news in others) < min(news.amount for news in told)
    if len(others) == 1:
        return phrases.plain("digest_less_in_another" if is_less else "digest_also_in_another")
    return phrases.plain(
        "digest_less_in_others" if is_less else "digest_also_in_others",
        count=counted(len(others), phrases),
    )


def _words(message: InboxMessage, listener: Listener) -> str:
    return spoken(as_slack_has_it(message), listener)


def _called(name: str, listener: Listener) -> str:
    return shortened(name, _LONGEST_NAME, listener.phrases)


def _briefly(listener: Listener) -> Listener:
    """Return the listener with code by its size at most: nobody reads code out in a digest."""
    choices = listener.choices
    if choices.code is not Saying.SAID:
        return listener
    return replace(listener, choices=replace(choices, code=Saying.SHORTENED))


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
