""" "Leave out links", "read code aloud", "what do you leave out?"."""

from collections.abc import Callable, Mapping
from functools import partial

from mailbox.errors import MailboxUnavailable
from skill.listening.listening import Listening, with_listening
from skill.listening.wishes import KINDS, choices_of
from skill.rendering.choices import Saying
from skill.services import Services
from skill.speech.sentences import joined
from skill.turn import Reply, Turn

LIST = "WhatIsLeftOutIntent"
CHANGES: Mapping[str, tuple[str, Saying]] = {
    "SayLinksIntent": ("links", Saying.SAID),
    "ShortenLinksIntent": ("links", Saying.SHORTENED),
    "LeaveOutLinksIntent": ("links", Saying.LEFT_OUT),
    "SayCodeIntent": ("code", Saying.SAID),
    "ShortenCodeIntent": ("code", Saying.SHORTENED),
    "LeaveOutCodeIntent": ("code", Saying.LEFT_OUT),
    "SayEmojiIntent": ("emoji", Saying.SAID),
    "ShortenEmojiIntent": ("emoji", Saying.SHORTENED),
    "LeaveOutEmojiIntent": ("emoji", Saying.LEFT_OUT),
}
"""What each intent changes. No slot: "say {kind}" would be taken for a message to be sent."""


def handle_list(turn: Turn, services: Services) -> Reply:
    """Tell how links, code and emoji are read."""
    return with_listening(turn, services, _told)


def _told(listening: Listening) -> Reply:
    phrases, choices = (
        listening.turn.phrases,
        choices_of(listening.link.link_id, listening.services),
    )
    wishes = [phrases.plain(f"wish_{kind}_{getattr(choices, kind)}") for kind in KINDS]
    return Reply(phrases.say("wishes_are", wishes=joined(wishes)))


def handle_change(kind: str, saying: Saying, turn: Turn, services: Services) -> Reply:
    """Keep a wish, and say so once it is kept."""
    return with_listening(turn, services, lambda listening: _changed(kind, saying, listening))


def _changed(kind: str, saying: Saying, listening: Listening) -> Reply:
    phrases = listening.turn.phrases
    wish = phrases.plain(f"wish_{kind}_{saying}")
    try:
        listening.services.wishes.wish(listening.link.link_id, kind, str(saying))
    except MailboxUnavailable:
        return Reply(phrases["wish_not_kept"])
    return Reply(phrases.say("wish_kept", wish=wish))


HANDLERS: Mapping[str, Callable[[Turn, Services], Reply]] = {
    LIST: handle_list,
    **{name: partial(handle_change, *change) for name, change in CHANGES.items()},
}
