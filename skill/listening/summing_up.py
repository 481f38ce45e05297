"""A summary by the owner's model in the place of a digest, where there is one in time."""

from postbox.store.errors import MailboxUnavailable
from skill.listening.gathering import Gathered
from skill.listening.listening import Listening
from skill.reading.digest import Digest, amount, placed
from skill.reading.summary import request, said
from skill.rendering.amounts import counted
from skill.speech.sentences import joined
from skill.summarizing import ANSWERED_BY, MOST_SECONDS, NoSummary


def summed_up(gathered: Gathered, digest: Digest, listening: Listening) -> str:
    """Return what to say, as plain text: a summary, else the digest and why there is none."""
    if not listening.services.summarizer.is_set:
        return digest.text
    phrases = listening.turn.phrases
    try:
        if not _may_ask(listening):
            return joined([phrases.plain("summaries_used_up"), digest.text])
        text = _summary(gathered, listening)
    except (NoSummary, MailboxUnavailable):
        text = ""
    if not text:
        return joined([phrases.plain("no_summary"), digest.text])
    elsewhere = "" if gathered.is_all else phrases.plain("digest_maybe_elsewhere")
    return joined([_head(gathered, listening), phrases.plain("a_summary", text=text), elsewhere])


def _may_ask(listening: Listening) -> bool:
    services = listening.services
    most = services.summarizer.per_day
    return services.summaries.take(listening.link.link_id, services.clock(), most)


def _summary(gathered: Gathered, listening: Listening) -> str:
    turn, services, listener = listening.turn, listening.services, listening.listener
    reader = listener.names.person(listening.link.user_id) or listening.link.user_name
    spent = services.clock() - turn.spoken_at
    seconds = min(MOST_SECONDS, ANSWERED_BY - spent)
    answer = services.summarizer.summary(request(gathered.news, listener, reader), seconds)
    return said(answer, listener)


def _head(gathered: Gathered, listening: Listening) -> str:
    """Return how many messages where are summed up."""
    phrases, listener, news = listening.turn.phrases, listening.listener, gathered.news
    if len(news) == 1:
        place, count = placed(news[0], listener), amount(news[0], listener)
        return phrases.plain("summary_of_one_place", place=place, count=count)
    total = counted(sum(len(each.messages) for each in news), phrases)
    if any(each.more for each in news):
        total = phrases.plain("digest_more_than", count=total)
    places = counted(len(news), phrases)
    return phrases.plain("summary_of", count=total, places=places)
