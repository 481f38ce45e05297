""" "Repeat that." """

from skill.reading.last_told import said_in
from skill.speech.said import from_plain, say
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
    read, _ = said_in(last, turn.phrases) if last else ((), ())
    return Reply(read or say("nothing_to_repeat"), turn.question)
