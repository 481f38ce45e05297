""" "React with party popper", "thumbs up": to the message that was read last."""

from postbox.inbox.message import InboxMessage
from postbox.links.link import Link
from postbox.outbox.commands import AddReaction
from skill.outbox.reasons import told
from skill.outbox.sending import action_id, hand_over
from skill.reading.last_told import last_told
from skill.reading.planning.spoken_names import SpokenNames
from skill.rendering.emoji.emoji_table import by_code
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.parts import Inbox
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply
from skill.understanding.emoji.emoji_names import emoji_named

INTENT = "ReactIntent"
SLOT = "emoji"
EMOJI_SLOT = (INTENT, SLOT)

_THUMBS_UP, _HEART = "+1", "heart"


def handle(turn: Turn) -> Reply:
    """React with the emoji that was named, or ask for its name."""
    link, words = turn.link, turn.slots.get(SLOT, "")
    return _react(words, link, turn) if words.strip() else _which_emoji()


def handle_which(turn: Turn) -> Reply:
    """Take up the answer to "With which emoji?"."""
    words = turn.slots.get(SLOT, "")
    if not words.strip():
        return Reply(say("nothing_reacted"))
    return _react(words, turn.link, turn)


def handle_like(turn: Turn) -> Reply:
    """React with thumbs up."""
    return _with(_THUMBS_UP, turn.link, turn)


def handle_heart(turn: Turn) -> Reply:
    """React with a heart."""
    return _with(_HEART, turn.link, turn)


def _react(words: str, link: Link, turn: Turn) -> Reply:
    told = last_told(turn, link, turn.inbox)
    seen = _seen(told[-1], turn.inbox) if told else ()
    emoji = emoji_named(words, turn.locale, seen)
    if emoji is None:
        return Reply(say("unknown_emoji", name=words), is_slight=True)
    return _with(emoji, link, turn)


def _which_emoji() -> Reply:
    question = Question(Pending.EMOJI, say("which_emoji_reprompt"), elicits=EMOJI_SLOT)
    return Reply(say("which_emoji"), question)


def _with(emoji: str, link: Link, turn: Turn) -> Reply:
    phrases = turn.phrases
    heard = last_told(turn, link, turn.inbox)
    if not heard:
        return Reply(say("nothing_to_react_to"))
    message, others = heard[-1], len(heard) > 1
    if message.deleted:
        return Reply(say("deleted_meanwhile"))
    names = SpokenNames(turn.names.of(link.team_id))
    command = AddReaction(
        id=action_id(turn.request_id),
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
    name = by_code(emoji, turn.locale).name
    # A request that comes again reacted itself.
    if turn.outbox.receipts.of(command) is None and emoji in _own(message, link, turn.inbox):
        return Reply(say("already_reacted", emoji=name))
    (handover,) = hand_over([command], turn.outbox, turn.timing)
    done = say("reacted", emoji=name)
    if others:
        author = names.person(message.author_id) or message.author_name
        author = author or phrases.plain("unknown_author")
        done = say("reacted_to", emoji=name, author=author)
    speech = told(handover, done=done, waiting=say("action_on_its_way"))
    return Reply(speech, tells_of=frozenset({command.id}))


def _own(message: InboxMessage, link: Link, inbox: Inbox) -> set[str]:
    """Return the emoji that the speaker put there before; another skin tone is the same."""
    of = inbox.reactions.of(message.team_id, message.conversation_id, message.ts)
    return {
        reaction.emoji.partition("::")[0] for reaction in of if reaction.user_id == link.user_id
    }


def _seen(message: InboxMessage, inbox: Inbox) -> list[str]:
    """Return the workspace's own emoji that stand at a message."""
    of = inbox.reactions.of(message.team_id, message.conversation_id, message.ts)
    return [reaction.emoji.partition("::")[0] for reaction in of]
