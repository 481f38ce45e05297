""" "Help", "what else can I say?", "how do I reply?", where no question is open."""

from collections.abc import Mapping

from postbox.links.link import Link
from postbox.store.errors import MailboxUnavailable
from skill.speech.keys import Key
from skill.speech.said import Said, say, sentence
from skill.turn.context import Turn
from skill.turn.default_words import default_in_words
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply
from skill.turn.request import DID, HELPED
from skill.understanding.help.topics import topics_for

SLOT = "rest"
_IN_THE_FIRST = ("send", "default", "replies", "catch_up", "status")
"""The topics that the first help tells of."""


def handle(turn: Turn) -> Reply:
    """Explain the whole at first; then three things more that fit what was done last.

    A question that is open stays so.
    """
    link = _link(turn)
    if link is None:
        return Reply(say("help_unlinked"), ends=True)
    told, did = tuple(turn.attributes.get(HELPED) or ()), str(turn.attributes.get(DID) or "")
    place = default_in_words(link, turn.speaker, turn.phrases)
    if turn.slots.get(SLOT) is None and not (told or did or turn.question):
        return _asking(say("help", conversation=place), _IN_THE_FIRST, turn)
    topics = topics_for(turn.slots.get(SLOT, ""), did, told, turn.locale)
    said = tuple(sentence(SENTENCES[topic], conversation=place) for topic in topics)
    heard = tuple(dict.fromkeys((*told, *topics)))
    return _asking((*said, *say("help_more_things")), heard, turn)


def _asking(said: Said, told: tuple[str, ...], turn: Turn) -> Reply:
    question = turn.question or Question(Pending.NOTHING, say("help_reprompt"))
    return Reply(said, question, remember={HELPED: list(told)})


def _link(turn: Turn) -> Link | None:
    try:
        return turn.known_link
    except MailboxUnavailable:
        return None


SENTENCES: Mapping[str, Key] = {
    "send": "can_send",
    "tell": "can_tell",
    "default": "can_default",
    "ask": "can_ask",
    "several": "can_several",
    "note": "can_note",
    "mention": "can_mention",
    "wait": "can_wait",
    "status": "can_status",
    "own": "can_own",
    "unsend": "can_unsend",
    "change": "can_change",
    "again": "can_again",
    "reactions": "can_reactions",
    "schedule": "can_schedule",
    "scheduled": "can_scheduled",
    "reschedule": "can_reschedule",
    "names": "can_names",
    "read_back": "can_read_back",
    "replies": "can_replies",
    "new": "can_new",
    "mentions": "can_mentions",
    "count": "can_count",
    "from": "can_from",
    "catch_up": "can_catch_up",
    "next": "can_next",
    "repeat": "can_repeat",
    "last": "can_last",
    "earlier": "can_earlier",
    "who": "can_who",
    "keep": "can_keep",
    "mark": "can_mark",
    "reply": "can_reply",
    "react": "can_react",
    "forward": "can_forward",
    "leave_out": "can_leave_out",
    "pace": "can_pace",
    "how_long": "can_how_long",
    "stop": "can_stop",
}
"""The sentence that tells of each topic."""
