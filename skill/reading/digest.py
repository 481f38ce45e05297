"""Many messages in a few sentences: who, how many, and what about in somebody's own words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailbox.inbound import InboxMessage
from mailbox.names.spelling import aloud
from skill.reading.liking import most_liked
from skill.reading.news import News, authors
from skill.reading.rendering.amounts import counted
from skill.reading.rendering.choices import Saying
from skill.reading.rendering.cutting import MAX_CHARACTERS
from skill.reading.rendering.listener import Listener
from skill.reading.rendering.message import spoken
from skill.reading.shortening import shortened
from skill.reading.stored import as_slack_has_it, who_wrote
from skill.speech.sentences import joined, listed
from skill.speech.ssml import to_ssml

MOST_TOLD = 4
TOLD_OF_MANY = 3
"""Of five and more conversations; "and less in two others" then is the fourth thing to hear."""
MOST_NAMED = 3
EXCERPT = 100
LONGER_EXCERPT = 160
_LONGEST_NAME = 60
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
    ordered = sorted(news, key=lambda each: each.importance)
    most = len(ordered) if len(ordered) <= MOST_TOLD else TOLD_OF_MANY
    for count in range(most, 0, -1):
        told, others = ordered[:count], ordered[count:]
        said = [_conversation(each, listener, EXCERPT) for each in told]
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
    phrases, place = listener.phrases, placed(news, listener)
    first, is_direct = news.messages[0], news.messages[0].kind == "im"
    begin = shortened(_words(first, listener), most, phrases)
    if len(news.messages) == 1 and not news.more:
        key = "digest_direct_one" if is_direct else "digest_one"
        key = "digest_one_for_you" if news.calls and first.kind not in {"im", "mpim"} else key
        who = _called(who_wrote(first, listener), listener)
        return phrases.plain(key, place=place, author=who, text=begin)
    how_many = amount(news, listener)
    if is_direct:
        head = phrases.plain("digest_direct_many", place=place, count=how_many)
    else:
        key = "digest_beginning_with" if news.more else "digest_many"
        names = _names(authors([news], listener), listener)
        head = phrases.plain(key, place=place, count=how_many, names=names)
    head += _for_you(news, listener)
    liked = _liked(news)
    if liked is first:
        return joined([head, phrases.plain("digest_began_liked", text=begin)])
    parts = [head, phrases.plain("digest_began", text=begin)]
    if liked:
        text = shortened(_words(liked, listener), most, phrases)
        parts.append(phrases.plain("digest_liked", text=text))
    return joined(parts)


def _liked(news: News) -> InboxMessage | None:
    return most_liked(news.messages, news.reactions)


def _for_you(news: News, listener: Listener) -> str:
    calls = len(news.calls & {each.ts for each in news.messages})
    if not calls or news.messages[0].kind in {"im", "mpim"}:
        return ""
    if calls == len(news.messages) and not news.more:
        return listener.phrases.plain("digest_all_for_you")
    return listener.phrases.plain("digest_for_you", count=counted(calls, listener.phrases))


def _names(names: Sequence[str], listener: Listener) -> str:
    phrases = listener.phrases
    called = [_called(each, listener) for each in names]
    if len(called) > MOST_NAMED:
        others = counted(len(called) - MOST_NAMED + 1, phrases)
        called = [*called[: MOST_NAMED - 1], phrases.plain("digest_other_people", count=others)]
    return listed(called, phrases.plain("and"))


def _others(
    told: Sequence[News], others: Sequence[News], listener: Listener, *, is_all: bool
) -> str:
    phrases = listener.phrases
    if not is_all:
        return phrases.plain("digest_maybe_elsewhere")
    if not others:
        return ""
    is_less = max(each.amount for each in others) < min(each.amount for each in told)
    key = "digest_less_in" if is_less else "digest_also_in"
    if len(others) == 1:
        return phrases.plain(f"{key}_another")
    return phrases.plain(f"{key}_others", count=counted(len(others), phrases))


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
