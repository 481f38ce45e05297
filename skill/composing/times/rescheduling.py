"""Another time for a message that waits for its own: taken back first, then left with Slack anew.

Slack changes no scheduled message. Taken back first it is never posted twice; were it then not
scheduled, a notice says so, with its words.
"""

from postbox.outbox.commands import SendMessage
from postbox.outbox.schedules import Scheduled
from skill.composing import timing
from skill.composing.composer import Composer, SendingComposer
from skill.composing.times.planned import unfit
from skill.outbox.scheduling import JUST_SCHEDULED, schedule
from skill.outbox.sending import message_id
from skill.outbox.unscheduling import is_taken_back, waiting
from skill.speech.clock_times import said_moment
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.understanding.times.moments import Unfit
from skill.understanding.times.splitting import TimeSplitter


def reschedule(words: str, composer: SendingComposer) -> Reply:
    """Give what was scheduled just now, or alone is, the time that these words say."""
    found = _meant(composer)
    if not found:
        return Reply(say("nothing_scheduled"))
    if len(found) > 1:
        return Reply(say("reschedule_which"))
    bare = TimeSplitter(composer.request.locale).without_it(words)
    said = timing.time_alone(bare, composer) or timing.time_behind_at(bare, composer)
    if said is None:
        return Reply(say("reschedule_to_when"))
    at = timing.moment_of(said, composer)
    if isinstance(at, Unfit):
        return unfit(at, Reply(say("reschedule_to_when")))
    return _moved(found[0], at, composer)


def at_another_time(words: str, composer: SendingComposer) -> Reply | None:
    """Take "move it to six" for a time where something was scheduled just now, None elsewhere."""
    just = composer.request.attributes.get(JUST_SCHEDULED)
    is_time = bool(words) and timing.time_behind_at(words, composer) is not None
    return reschedule(words, composer) if just and is_time else None


def _meant(composer: SendingComposer) -> list[Scheduled]:
    """Return what "it" may be: what this session scheduled last, else all that waits."""
    found = waiting(composer.link.link_id, composer.outbox, composer.timing)
    just = set(composer.request.attributes.get(JUST_SCHEDULED) or ())
    return [scheduled for scheduled in found if scheduled.command_id in just] or found


def _moved(scheduled: Scheduled, at: float, composer: SendingComposer) -> Reply:
    request, outbox, timing = composer.request, composer.outbox, composer.timing
    is_sure = is_taken_back(scheduled, composer.link, request, outbox, timing)
    when = said_moment(at, composer.now, composer.zone, request.phrases)
    reply = schedule([_again(scheduled, composer)], at, when, outbox, timing)
    if is_sure:
        return reply
    return reply.before(say("reschedule_not_cancelled"))


def _again(scheduled: Scheduled, composer: Composer) -> SendMessage:
    request = composer.request
    return SendMessage(
        id=message_id(request.request_id),
        link_id=scheduled.link_id,
        team_id=scheduled.team_id,
        conversation_id=scheduled.conversation_id,
        conversation_name=scheduled.conversation_name,
        spoken_at=request.spoken_at,
        locale=request.locale,
        text=scheduled.text,
        mentions=scheduled.mentions,
        thread_ts=scheduled.thread_ts,
    )
