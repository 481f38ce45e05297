""" "When I say the boss, I mean Ana"."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import learn, proceed
from skill.composing.opening import with_composer
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.teaching import taught

SLOT = "teaching"


def handle(turn: Turn) -> Reply:
    """Learn what the speaker means by a name."""
    return with_composer(turn, _handle)


def _handle(composer: SendingComposer) -> Reply:
    teaching = taught(composer.request.slots.get(SLOT, ""), composer.request.locale)
    if teaching is None:
        return Reply(say("not_learned"))
    found = composer.recipients(teaching.means)
    lesson = replace(Draft().addressed(found.resolutions), teaches=teaching.spoken)
    if lesson.unknown:
        name = lesson.unknown
        return Reply(say("cannot_learn_unknown", name=name))
    waiting = composer.draft
    if lesson.choices or waiting is None or waiting.unknown != teaching.spoken:
        return proceed(lesson, composer)
    told = learn(lesson, composer)
    if not lesson.to or lesson.is_doubtful:
        return asking.again(waiting, composer, Pending.WHOM)
    addressed = replace(waiting, unknown="", to=(*waiting.to, *lesson.to), asked=0)
    following = proceed(addressed, composer)
    return following.after(told.sentences)
