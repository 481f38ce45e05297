""" "Add, and bring the charger": more text, the recipient stays."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.next_step import proceed
from skill.composing.opening import dictated, with_desk
from skill.services import Services
from skill.turn import Reply, Turn

INTENT = "AddToMessageIntent"
SLOT = "message"


def handle(turn: Turn, services: Services) -> Reply:
    """Append to the message in the making."""
    return add(turn.slots.get(SLOT, ""), turn, services)


def add(words: str, turn: Turn, services: Services) -> Reply:
    """Append these words to the message in the making."""
    return with_desk(turn, services, lambda desk: _add(words, desk))


def _add(words: str, desk: Desk) -> Reply:
    draft = desk.draft
    if draft is None or draft.teaches:
        return Reply(desk.turn.phrases["nothing_to_change"])
    more = words.strip()
    if not more:
        return asking.what(draft, desk, desk.turn.phrases["what_to_add"], (INTENT, SLOT))
    text = dictated(f"{draft.text} {more}", desk)
    return proceed(replace(draft, text=text, instead="", is_doubtful=True, asked=0), desk)
