""" "Help", "what else can I say?", "how do I reply?", where no question is open."""

from postbox.links.link import Link
from postbox.store.errors import MailboxUnavailable
from skill.services import Services
from skill.speech.sentences import joined
from skill.turn.context import DID, HELPED, Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply
from skill.understanding.help.topics import topics_for

SLOT = "rest"


def handle(turn: Turn, services: Services) -> Reply:
    """Explain the whole at first; then three things more that fit what was done last.

    A question that is open stays so.
    """
    link = _link(turn, services)
    if link is None:
        return Reply(turn.phrases["help_unlinked"], ends=True)
    words, told = turn.slots.get(SLOT, ""), tuple(turn.attributes.get(HELPED) or ())
    did = str(turn.attributes.get(DID) or "")
    if turn.slots.get(SLOT) is None and not told and not did and not turn.question:
        first = turn.phrases.say("help", conversation=link.default_conversation_name)
        return _asking(first, (*told, "send", "default", "replies", "catch_up", "status"), turn)
    topics = topics_for(words, did, told, turn.locale)
    said = [
        turn.phrases.say(f"can_{each}", conversation=link.default_conversation_name)
        for each in topics
    ]
    speech = joined([*said, turn.phrases["help_more_things"]])
    return _asking(speech, tuple(dict.fromkeys((*told, *topics))), turn)


def _asking(speech: str, told: tuple[str, ...], turn: Turn) -> Reply:
    question = turn.question or Question(Pending.NOTHING, turn.phrases["help_reprompt"])
    return Reply(speech, question, remember={HELPED: list(told)})


def _link(turn: Turn, services: Services) -> Link | None:
    try:
        return services.links.get(turn.link_id)
    except MailboxUnavailable:
        return None
