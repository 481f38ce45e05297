""" "When I say the boss, I mean Ana"."""

from dataclasses import replace

from postbox.links.stores.aliases import key_of
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
from skill.understanding.names.candidate import EXACT
from skill.understanding.names.resolution import Certainty

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
    if _is_taken(teaching.spoken, lesson, composer):
        return Reply(say("cannot_learn_taken", spoken=teaching.spoken))
    waiting = composer.draft
    if lesson.choices or waiting is None or waiting.unknown != teaching.spoken:
        return proceed(lesson, composer)
    told = learn(lesson, composer)
    if not lesson.to or lesson.is_doubtful:
        return asking.again(waiting, composer, Pending.WHOM)
    addressed = replace(waiting, unknown="", to=(*waiting.to, *lesson.to), asked=0)
    following = proceed(addressed, composer)
    return following.after(told.sentences)


def _is_taken(spoken: str, lesson: Draft, composer: SendingComposer) -> bool:
    """Whether somebody else has a name as it is written, and could no more be reached by it.

    What was learned before may be learned anew.
    """
    if any(alias.key == key_of(spoken) for alias in composer.aliases):
        return False
    known = composer.recipients(spoken)
    if known.certainty is not Certainty.CERTAIN or known.least_score < EXACT:
        return False
    meant = {recipient.id for recipient in lesson.to}
    return bool(meant) and known.resolutions[0].candidates[0].id not in meant
