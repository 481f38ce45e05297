""" "Ask Slack for replies." Reads what deserves attention and was not heard yet."""

from mailbox.errors import ConditionFailed
from mailbox.hearing import Answer
from mailbox.link import Link, LinkState
from skill.reading.names import SpokenNames
from skill.reading.replies import Reading, place_of, plan
from skill.services import Services
from skill.speech.sentences import joined
from skill.turn import MORE, Question, Reply, Turn

INTENT = "ReadRepliesIntent"
AT_ONCE = 30
"""Attentions that one answer may use up; DynamoDB writes at most 100 items together."""


def handle(turn: Turn, services: Services) -> Reply:
    """Read replies, and count as heard exactly what the answer speaks."""
    link = services.links.get(turn.link_id)
    if link is None:
        return Reply(turn.phrases["not_linked"], ends=True)
    last = services.hearings.last_answer(turn.link_id)
    if last and last.request_id == turn.request_id and not last.taken_back:
        return Reply(last.speech)
    reading, speech = _read(turn, link, services, read_before=last is not None)
    if link.state is LinkState.BROKEN:
        speech = joined([speech, turn.phrases["link_ended_replies"]])
    if reading.more:
        question = Question(MORE, turn.phrases["more_replies_reprompt"])
        return Reply(joined([speech, turn.phrases["more_replies"]]), question)
    return Reply(speech)


def _read(turn: Turn, link: Link, services: Services, *, read_before: bool) -> tuple[Reading, str]:
    try:
        return _read_once(turn, link, services, read_before=read_before)
    except ConditionFailed:
        # Another device of the household heard some of it meanwhile: plan again without those.
        return _read_once(turn, link, services, read_before=read_before)


def _read_once(
    turn: Turn, link: Link, services: Services, *, read_before: bool
) -> tuple[Reading, str]:
    unheard = services.inbox.unheard(turn.link_id)
    messages = services.inbox.many(map(place_of, unheard[:AT_ONCE]))
    names = SpokenNames(services.directories.get(link.team_id))
    reading = plan(unheard[:AT_ONCE], messages, names, turn.phrases)
    if len(unheard) > AT_ONCE:
        reading = Reading(reading.speech, reading.used, more=True)
    speech = reading.speech
    if not speech:
        speech = turn.phrases["no_new_replies" if read_before else "no_replies"]
    if reading.used:
        answer = Answer(
            link_id=turn.link_id,
            request_id=turn.request_id,
            session_id=turn.session_id,
            speech=speech,
            answered_at=turn.spoken_at,
        )
        services.hearings.record(answer, reading.used)
    return reading, speech
