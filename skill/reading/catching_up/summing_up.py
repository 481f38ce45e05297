"""A summary by the owner's model in the place of a digest, where there is one in time."""

from postbox.store.errors import MailboxUnavailable
from skill.reading.catching_up.gathering import Gathered
from skill.reading.catching_up.summarizer import ANSWERED_BY, MOST_SECONDS, NoSummary
from skill.reading.planning.digest.overview import Digest, amount, placed
from skill.reading.planning.digest.summary import request, said
from skill.reading.reader import Reader
from skill.speech.said import Said, Sentence, Value, say, sentence


def summed_up(gathered: Gathered, digest: Digest, reader: Reader) -> Said:
    """Return what to say: a summary, else the digest and why there is none."""
    if not reader.turn.summaries.model.is_set:
        return digest.said
    try:
        if not _may_ask(reader):
            return (*say("summaries_used_up"), *digest.said)
        text = _summary(gathered, reader)
    except (NoSummary, MailboxUnavailable):
        text = ""
    if not text:
        return (*say("no_summary"), *digest.said)
    elsewhere = () if gathered.is_all else say("digest_maybe_elsewhere")
    return (_head(gathered, reader), *say("a_summary", text=text), *elsewhere)


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


def _head(gathered: Gathered, reader: Reader) -> Sentence:
    """Return how many messages where are summed up."""
    news = gathered.news
    if len(news) == 1:
        place = placed(news[0], reader.listener)
        return sentence("summary_of_one_place", place=place, count=amount(news[0]))
    total: Value = sum(len(conversation.messages) for conversation in news)
    if any(conversation.more for conversation in news):
        total = sentence("digest_more_than", count=total)
    return sentence("summary_of", count=total, places=len(news))
