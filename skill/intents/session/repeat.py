""" "Repeat that." """

from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply


def handle(turn: Turn, services: Services) -> Reply:
    """Say again what was said last in this session, else what was read aloud last.

    The question that is open stays so.
    """
    said = turn.attributes.get("speech")
    if said:
        return Reply(str(said), turn.question)
    last = services.read_states.last_answer(turn.link_id)
    return Reply(last.speech if last else turn.phrases["nothing_to_repeat"], turn.question)
