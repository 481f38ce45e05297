"""Where nothing is new of what was asked for: what is said instead, what there is beside it."""

from collections.abc import Callable
from dataclasses import replace

from skill.reading.finding import Found
from skill.reading.history.older import newest, newest_own
from skill.reading.history.telling_again import tell_last
from skill.reading.planning.course import Course
from skill.reading.planning.scope import NEW, Of, Scope, nothing
from skill.reading.planning.within import Within, folded
from skill.reading.reader import TellingReader
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.reply import Reply

Perhaps = Callable[..., Reply | None]
"""What tells of a scope, or None where there is nothing: skill/reading/answering.py."""


def nothing_new(course: Course, found: Found, reader: TellingReader, perhaps: Perhaps) -> Reply:
    """Say that there is nothing, or tell what was meant as well."""
    scope, closed = course.scope or NEW, course.closed.plain()
    if not found.is_through:
        return Reply(say("not_through"), remember=closed)
    if scope.calls_only and (instead := _instead(scope, reader, perhaps)):
        return instead
    if scope.within:
        return _beyond(scope, course, reader, perhaps)
    if scope.is_named and scope.of is not Of.SEVERAL and not course.has_skipped:
        return _last_of(scope, course, reader)
    if scope.of is Of.REPLIES and reader.last_answer is None:
        return Reply(say("no_replies"), remember=closed)
    return Reply(nothing(scope, reader.request.phrases), remember=closed)


def _beyond(scope: Scope, course: Course, reader: TellingReader, perhaps: Perhaps) -> Reply:
    """Say that nothing is new within the limits, and how much there is beyond them.

    What is about something may be told in other words, and what came after a time that is over is
    newer than what was asked for: of these all is told.
    """
    said, within = nothing(scope, reader.request.phrases), scope.within
    is_likely = (bool(within.subject) and not within.since) or bool(within.until)
    wider = perhaps(scope.whole, reader, counts_only=not is_likely)
    return wider.after(said) if wider else Reply(said, remember=course.closed.plain())


def _instead(scope: Scope, reader: TellingReader, perhaps: Perhaps) -> Reply | None:
    """Tell what is no reply or mention to Slack, and was meant as one."""
    if scope.of is Of.MENTIONS:
        return _by_name(scope, reader, perhaps)
    if scope.within.subject:
        found = perhaps(replace(scope, of=Of.NEW), reader)
        if found:
            return found
    return _behind_ones_own(reader, perhaps) or _by_name(scope, reader, perhaps)


def _behind_ones_own(reader: TellingReader, perhaps: Perhaps) -> Reply | None:
    """Tell what stands behind the listener's last message, without being an answer to Slack."""
    own = newest_own(reader)
    if own is None:
        return None
    name = reader.listener.names.conversation(own.conversation_id) or ""
    behind = Scope(Of.CONVERSATION, own.conversation_id, name, Within(since=own.ts))
    found = perhaps(behind, reader)
    return found.after(say("behind_your_own")) if found else None


def _by_name(scope: Scope, reader: TellingReader, perhaps: Perhaps) -> Reply | None:
    """Tell where the listener is called by the first name, without a mention."""
    link = reader.link
    name = reader.listener.names.person(link.user_id) or link.user_name
    called = replace(scope.within, subject=folded(name)[:1])
    found = perhaps(Scope(Of.NEW, within=called), reader)
    none: Key = "called_by_name" if scope.of is Of.MENTIONS else "no_replies_but_named"
    return found.after(say(none)) if found else None


def _last_of(scope: Scope, course: Course, reader: TellingReader) -> Reply:
    """Say that a person or a place has nothing new, and what was said last, where it is known."""
    older = newest(scope, 1, reader)
    if not older.messages:
        return Reply(nothing(scope, reader.request.phrases), remember=course.closed.plain())
    return tell_last(older, scope, reader).after(nothing(scope, reader.request.phrases))
