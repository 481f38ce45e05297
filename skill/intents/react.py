""" "React with party popper", "thumbs up": to the message that was read last."""

from mailbox.action import ActionKind, OutboundAction
from mailbox.hearings import used_of
from mailbox.inbound import InboxMessage
from mailbox.link import Link
from skill.acting import act, action_id
from skill.acting_told import told
from skill.intents import add_to_message
from skill.linked import with_link
from skill.reacting.emoji_names import emoji_named
from skill.reading.names import SpokenNames
from skill.reading.rendering.emoji_table import by_code
from skill.services import Services
from skill.turn import EMOJI, Question, Reply, Turn

INTENT = "ReactIntent"
LIKE = "LikeIntent"
SLOT = "emoji"
EMOJI_SLOT = (INTENT, SLOT)

_THUMBS_UP = "+1"


def handle(turn: Turn, services: Services) -> Reply:
    """React with the emoji that was named."""
    words = turn.slots.get(SLOT, "")
    if turn.is_composing:
        # "Add a heart" may well be said of the message in the making, which is read back.
        return add_to_message.add(words, turn, services)
    return with_link(turn, services, lambda link: _react(words, link, turn, services))


def handle_like(turn: Turn, services: Services) -> Reply:
    """React with thumbs up."""
    return with_link(turn, services, lambda link: _with(_THUMBS_UP, link, turn, services))


def _react(words: str, link: Link, turn: Turn, services: Services) -> Reply:
    if not words.strip():
        return _which_emoji(turn)
    message, _ = _read_last(turn, services)
    seen = _seen(message, services) if message else ()
    emoji = emoji_named(words, turn.locale, seen)
    if emoji is None:
        return Reply(turn.phrases.say("unknown_emoji", name=words))
    return _with(emoji, link, turn, services)


def _which_emoji(turn: Turn) -> Reply:
    phrases = turn.phrases
    if turn.pending == EMOJI:
        return Reply(phrases["nothing_reacted"])
    question = Question(EMOJI, phrases["which_emoji_reprompt"], elicits=EMOJI_SLOT)
    return Reply(phrases["which_emoji"], question)


def _with(emoji: str, link: Link, turn: Turn, services: Services) -> Reply:
    phrases = turn.phrases
    message, others = _read_last(turn, services)
    if message is None:
        return Reply(phrases["nothing_to_react_to"])
    if message.deleted:
        return Reply(phrases["deleted_meanwhile"])
    names = SpokenNames(services.directories.get(link.team_id))
    action = OutboundAction(
        id=action_id(turn.request_id),
        kind=ActionKind.REACT,
        link_id=link.link_id,
        team_id=message.team_id,
        conversation_id=message.conversation_id,
        conversation_name=names.conversation(message.conversation_id)
        or phrases.plain("unknown_place"),
        spoken_at=turn.spoken_at,
        locale=turn.locale,
        ts=message.ts,
        emoji=emoji,
    )
    (acted,) = act([action], services)
    name = by_code(emoji).name
    done = phrases.say("reacted", emoji=name)
    if others:
        author = names.person(message.author_id) or message.author_name
        author = author or phrases.plain("unknown_author")
        done = phrases.say("reacted_to", emoji=name, author=author)
    speech = told(acted, phrases, done=done, waiting=phrases["action_on_its_way"])
    return Reply(speech, speaks_of=frozenset({action.id}))


def _read_last(turn: Turn, services: Services) -> tuple[InboxMessage | None, bool]:
    """Return the message that was spoken last, and whether others were spoken with it."""
    last = services.hearings.last_answer(turn.link_id)
    if last is None or last.taken_back:
        return None, False
    spoken = [each for each in used_of(last) if each.is_spoken]
    if not spoken:
        return None, False
    used = spoken[-1]
    found = services.inbox.get(used.team_id, used.conversation_id, used.ts)
    return found, len(spoken) > 1


def _seen(message: InboxMessage, services: Services) -> list[str]:
    """Return the workspace's own emoji that stand at a message."""
    of = services.reactions.of(message.team_id, message.conversation_id, message.ts)
    return [each.emoji.partition("::")[0] for each in of]
