"""What comes of words that correct whom a message is for, before it has a text."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated
from skill.speech.said import all_of, say
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.answers.whom.moved_to import Moved
from skill.understanding.names.aloud import spoken_name
from skill.understanding.names.candidate import SAME_SOUND
from skill.understanding.names.recipients import but_for
from skill.understanding.names.resolution import Certainty


def moved(to: Moved, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with whom "no don't bother her put it in finance" names; None for nobody known."""
    present = {one.id for one in draft.to}
    found = composer.recipients(to.name)
    if to.is_other:
        found = but_for(present, found)
        if not found.resolutions or found.resolutions[0].candidates[0].id in present:
            return for_another(draft, composer)
    ids = {one.id for resolution in found.resolutions for one in resolution.candidates}
    is_same = ids <= present
    if found.certainty is Certainty.UNKNOWN or found.least_score < SAME_SOUND or is_same:
        return None
    text = dictated(to.text, composer) if to.text else ""
    is_doubtful = draft.is_doubtful or not to.is_sure
    named = draft.addressed(found.resolutions)
    return gone_on_with(replace(named, text=text, is_doubtful=is_doubtful), composer)


def gone_on_with(draft: Draft, composer: SendingComposer) -> Reply:
    """Go on with whom a message is for now; it is said, where its text is asked for."""
    reply = proceed(draft, composer)
    said = say("it_is_for", names=all_of(spoken_name(candidate) for candidate in draft.to))
    is_asked = reply.question is not None and reply.question.pending is Pending.MESSAGE
    return reply.after(said) if is_asked else reply


def for_another(draft: Draft, composer: Composer) -> Reply:
    """Ask whom it is for, at "wrong person" where a text was asked for."""
    return asking.whom(replace(draft, to=(), asked=0), composer)
