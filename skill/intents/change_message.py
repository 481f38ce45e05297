""" "Change it", "change it to I'm on my way": another text, the recipient stays.

That is the text of the message in the making; where there is none, of the one sent last.
"""

from dataclasses import replace

from skill.changing import change_sent
from skill.composing.desk import Desk
from skill.composing.next_step import proceed
from skill.composing.opening import dictated, with_desk
from skill.services import Services
from skill.turn import Reply, Turn
from skill.understanding.names.candidate import SAME_SOUND
from skill.understanding.names.resolution import Certainty

INTENT = "ChangeMessageIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Give the message in the making, else the last one, another text."""
    unavailable = "not_taken" if turn.is_composing else "mailbox_unavailable"
    return with_desk(turn, services, _handle, unavailable)


def _handle(desk: Desk) -> Reply:
    draft, words = desk.draft, desk.turn.slots.get(SLOT, "")
    if draft is None:
        return change_sent(words, desk)
    if draft.teaches:
        return Reply(desk.turn.phrases["nothing_to_change"])
    recipients = desk.recipients(words)
    if recipients.certainty is Certainty.CERTAIN and recipients.least_score >= SAME_SOUND:
        # "Change it to Ana": read back in any case, so that nothing is lost when it was the text.
        addressed = draft.addressed(recipients.resolutions)
        return proceed(replace(addressed, is_doubtful=True), desk)
    text = dictated(words, desk)
    changed = replace(draft, text=text, instead="", mentions=(), is_doubtful=True, asked=0)
    return proceed(changed, desk)
