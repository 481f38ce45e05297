""" "When I say the boss, I mean Ana"."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import learn, proceed
from skill.composing.opening import with_desk
from skill.services import Services
from skill.turn import Pending, Reply, Turn
from skill.understanding.teaching import taught

INTENT = "TeachNameIntent"
SLOT = "teaching"


def handle(turn: Turn, services: Services) -> Reply:
    """Learn what the speaker means by a name."""
    return with_desk(turn, services, _handle)


def _handle(desk: Desk) -> Reply:
    teaching = taught(desk.turn.slots.get(SLOT, ""), desk.turn.locale)
    if teaching is None:
        return Reply(desk.turn.phrases["not_learned"])
    found = desk.recipients(teaching.means)
    lesson = replace(Draft().addressed(found.resolutions), teaches=teaching.spoken)
    if lesson.unknown:
        name = lesson.unknown
        return Reply(desk.turn.phrases.say("cannot_learn_unknown", name=name))
    waiting = desk.draft
    if lesson.choices or waiting is None or waiting.unknown != teaching.spoken:
        return proceed(lesson, desk)
    told = learn(lesson, desk)
    if not lesson.to or lesson.is_doubtful:
        return asking.again(waiting, desk, Pending.WHOM)
    addressed = replace(waiting, unknown="", to=(*waiting.to, *lesson.to), asked=0)
    following = proceed(addressed, desk)
    return replace(following, speech=f"{told.speech} {following.speech}")
