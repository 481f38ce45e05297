"""A summary by the owner's model in the place of a digest, where there is one in time."""

from postbox.store.errors import MailboxUnavailable
from skill.reading.catching_up.gathering import Gathered
from skill.reading.catching_up.summarizer import ANSWERED_BY, MOST_SECONDS, NoSummary
from skill.reading.planning.digest.overview import Digest, amount, placed
from skill.reading.planning.digest.summary import request, said
from skill.reading.reader import Reader
from skill.rendering.amounts import counted
from skill.speech.sentences import joined


def summed_up(gathered: Gathered, digest: Digest, reader: Reader) -> str:
    """Return what to say, as plain text: a summary, else the digest and why there is none."""
    if not reader.turn.summaries.model.is_set:
        return digest.text
    phrases = reader.turn.phrases
    try:
        if not _may_ask(reader):
            return joined([phrases.plain("summaries_used_up"), digest.text])
        text = _summary(gathered, reader)
    except (NoSummary, MailboxUnavailable):
        text = ""
    if not text:
        return joined([phrases.plain("no_summary"), digest.text])
    elsewhere = "" if gathered.is_all else phrases.plain("digest_maybe_elsewhere")
    return joined([_head(gathered, reader), phrases.plain("a_summary", text=text), elsewhere])


def _may_ask(reader: Reader) -> bool:
    most = reader.turn.summaries.model.per_day
    return reader.turn.summaries.quota.take(reader.link.link_id, reader.turn.timing.clock(), most)


def _summary(gathered: Gathered, reader: Reader) -> str:
    turn, listener = reader.turn, reader.listener
    speaker = listener.names.person(reader.link.user_id) or reader.link.user_name
    spent = turn.timing.clock() - turn.spoken_at
    seconds = min(MOST_SECONDS, ANSWERED_BY - spent, turn.timing.seconds_left)
    answer = turn.summaries.model.summary(request(gathered.news, listener, speaker), seconds)
    return said(answer, listener)


def _head(gathered: Gathered, reader: Reader) -> str:
    """Return how many messages where are summed up."""
    phrases, listener, news = reader.turn.phrases, reader.listener, gathered.news
    if len(news) == 1:
        place, count = placed(news[0], listener), amount(news[0], listener)
        return phrases.plain("summary_of_one_place", place=place, count=count)
    total = counted(sum(len(conversation.messages) for conversation in news), phrases)
    if any(conversation.more for conversation in news):
        total = phrases.plain("digest_more_than", count=total)
    places = counted(len(news), phrases)
    return phrases.plain("summary_of", count=total, places=places)
