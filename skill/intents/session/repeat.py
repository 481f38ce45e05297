""" "Repeat that." """

from skill.speech.said import as_is, from_plain, say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import SAID


def handle(turn: Turn) -> Reply:
    """Say again what was said last in this session, else what was read aloud last.

    The question that is open stays so.
    """
    said = from_plain(turn.attributes.get(SAID) or ())
    if said:
        return Reply(said, turn.question)
    last = turn.inbox.read_states.last_answer(turn.link_id)
    return Reply(as_is(last.text) if last else say("nothing_to_repeat"), turn.question)
