""" "Repeat that." """

from skill.intents.sent import own_messages
from skill.outbox.last_post import last_post
from skill.reading.last_told import said_in
from skill.speech.said import from_plain, say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT, SAID


def handle(turn: Turn) -> Reply:
    """Say again what was said last in this session, else what was read aloud last.

    Right after a send that is what was sent. The question that is open stays so.
    """
    if turn.attributes.get(JUST_SENT):
        return own_messages.handle(turn)
    said = from_plain(turn.attributes.get(SAID) or ())
    if said:
        return Reply(said, turn.question)
    last = turn.inbox.read_states.last_answer(turn.link_id)
    read, _ = said_in(last, turn.phrases) if last else ((), ())
    if not read and turn.is_one_shot and last_post(turn.link_id, turn.outbox):
        # "Ask Slack to read that back", right after a message in one breath.
        return own_messages.handle(turn)
    if not read and turn.question is None:
        return _something_new(turn)
    return Reply(read or say("nothing_to_repeat"), turn.question)


def _something_new(turn: Turn) -> Reply:
    """Say that nothing was read yet, and tell what is new: what rang may be meant."""
    from skill.reading.answering import perhaps  # noqa: PLC0415 - most have something to repeat
    from skill.reading.planning.scope import NEW  # noqa: PLC0415
    from skill.reading.reader import TellingReader  # noqa: PLC0415

    none = say("nothing_to_repeat")
    told = perhaps(NEW, TellingReader.of(turn))
    return told.after(none) if told else Reply(none)
