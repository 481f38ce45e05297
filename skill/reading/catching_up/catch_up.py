""" "Catch me up": what is new in a few sentences, by a model where the owner set one."""

from collections.abc import Sequence

from postbox.links.link import LinkState
from skill.reading.catching_up.gathering import Gathered, gather, with_reactions
from skill.reading.catching_up.summing_up import summed_up
from skill.reading.planning.digest.news import News
from skill.reading.planning.digest.overview import MOST_TOLD, Digest, closer, overview
from skill.reading.planning.scope import Of, Scope, nothing
from skill.reading.reader import Reader
from skill.reading.requested.named_scope import Offer
from skill.reading.requested.narrowing import narrowed
from skill.speech.said import Said, say
from skill.speech.sentences import begun
from skill.turn.parts import Summaries
from skill.turn.question import RECIPIENT_SLOT, Pending, Question
from skill.turn.reply import Reply
from skill.understanding.names.candidate import Candidate, Kind

READ = "read"
"""What the answer to the question at the end asks for."""


def catch_up(scope: Scope, reader: Reader, summaries: Summaries) -> Reply:
    """Tell what is new of what was asked for, and ask what of it to read; nothing is heard yet."""
    scope, told_first = narrowed(scope, reader)
    gathered = gather(scope, reader)
    if not gathered.news:
        none = nothing(scope, reader.request.phrases) if gathered.is_all else say("not_through")
        return _with_warning(Reply(none).after(told_first), reader)
    news = [with_reactions(conversation, reader) for conversation in gathered.news[:MOST_TOLD]]
    digest = _digest([*news, *gathered.news[MOST_TOLD:]], gathered, scope, reader)
    said = summed_up(gathered, digest, reader, summaries)
    if within := scope.within.said(reader.request.phrases):
        told_first = (*told_first, *say("told_within", within=begun(within)))
    asking = _asking(said, digest.told, scope, reader).after(told_first)
    return _with_warning(asking, reader)


def _digest(news: Sequence[News], gathered: Gathered, scope: Scope, reader: Reader) -> Digest:
    if scope.of is Of.CONVERSATION:
        return closer(news[0], reader.listener)
    return overview(news, reader.listener, is_all=gathered.is_all)


def _asking(said: Said, told: Sequence[News], scope: Scope, reader: Reader) -> Reply:
    """Ask which of what was told to read."""
    candidates = tuple(filter(None, (_candidate(news, reader) for news in told)))
    if scope.is_named:
        kind = Kind.PERSON if scope.of is Of.PERSON else Kind.CHANNEL
        candidates = (Candidate(scope.id, scope.name, kind, 1.0, "asked for"),)
    if not candidates:
        return Reply(said)
    is_one = len(candidates) == 1
    question = Question(
        Pending.WHICH_OF_DIGEST,
        say("digest_shall_i_read_reprompt" if is_one else "digest_which_reprompt"),
        Offer(READ, candidates).plain(),
        elicits=RECIPIENT_SLOT,
    )
    asked = say("digest_shall_i_read" if is_one else "digest_which")
    return Reply((*said, *asked), question)


def _candidate(news: News, reader: Reader) -> Candidate | None:
    """Return a conversation as an answer may name it."""
    directory = reader.names.directory(reader.link.team_id)
    known = directory.conversations.get(news.conversation_id)
    if known is None:
        return None
    if known.kind == "im" and known.with_users:
        person = known.with_users[0]
        name = reader.listener.names.person(person)
        return Candidate(person, name, Kind.PERSON, 1.0, "told of") if name else None
    name = reader.listener.names.conversation(known.id)
    kind = Kind.GROUP if known.kind == "mpim" else Kind.CHANNEL
    return Candidate(known.id, name, kind, 1.0, "told of") if name else None


def _with_warning(reply: Reply, reader: Reader) -> Reply:
    """Say where it is known that something may be missing."""
    if reader.link.state is not LinkState.BROKEN:
        return reply
    warning = say("link_ended_replies")
    return reply.after(warning)
