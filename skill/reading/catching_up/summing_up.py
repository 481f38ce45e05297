"""A summary by the owner's model in the place of a digest, where there is one in time."""

from postbox.store.errors import MailboxUnavailable
from skill.reading.catching_up.gathering import Gathered
from skill.reading.catching_up.summarizer import ANSWERED_BY, MOST_SECONDS, NoSummary
from skill.reading.planning.digest.overview import Digest, amount, placed
from skill.reading.planning.digest.summary import request, said
from skill.reading.reader import Reader
from skill.speech.said import Said, Sentence, Value, say, sentence
from skill.turn.parts import Summaries


def summed_up(gathered: Gathered, digest: Digest, reader: Reader, summaries: Summaries) -> Said:
    """Return what to say: a summary, else the digest and why there is none."""
    if not summaries.model.is_set:
        return digest.said
    try:
        if not _may_ask(reader, summaries):
            return (*say("summaries_used_up"), *digest.said)
        text = _summary(gathered, reader, summaries)
    except (NoSummary, MailboxUnavailable):
        text = ""
    if not text:
        return (*say("no_summary"), *digest.said)
    elsewhere = () if gathered.is_all else say("digest_maybe_elsewhere")
    return (_head(gathered, reader), *say("a_summary", text=text), *elsewhere)


def _may_ask(reader: Reader, summaries: Summaries) -> bool:
    most = summaries.model.per_day
    return summaries.quota.take(reader.link.link_id, reader.timing.clock(), most)


def _summary(gathered: Gathered, reader: Reader, summaries: Summaries) -> str:
    timing, listener = reader.timing, reader.listener
    speaker = listener.names.person(reader.link.user_id) or reader.link.user_name
    spent = timing.clock() - reader.request.spoken_at
    seconds = min(MOST_SECONDS, ANSWERED_BY - spent, timing.seconds_left)
    answer = summaries.model.summary(request(gathered.news, listener, speaker), seconds)
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
