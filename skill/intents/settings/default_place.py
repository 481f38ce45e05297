""" "Make sales my default channel", "send my messages to myself by default", "ask me where"."""

from postbox.links.default_place import ASK, CHOSEN, MYSELF, kept_as
from postbox.store.errors import MailboxUnavailable
from skill.composing.composer import Composer
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.default_words import default_in_words
from skill.turn.reply import Reply
from skill.understanding.language import language
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase

RECIPIENT, NONE, WITHOUT = "recipient", "no_default", "without"


def handle(turn: Turn) -> Reply:
    """Keep where messages without a name go, or tell it; only a place that is certain is kept."""
    composer = Composer.of(turn)
    known = language(turn.locale).answers
    is_none = Phrase(turn.slots.get(NONE, "")).spoken in known["no_default"]
    if is_none or turn.slots.get(WITHOUT):
        return _kept(ASK, turn)
    words = turn.slots.get(RECIPIENT, "")
    if not words:
        return Reply(say("default_is", conversation=_default_of(turn)))
    if Phrase(words).spoken in known["no_place"]:
        return _kept(ASK, turn)
    if Phrase(words).spoken in known["oneself"]:
        return _kept(MYSELF, turn)
    found = composer.recipients(words)
    if found.certainty is not Certainty.CERTAIN or len(found.resolutions) != 1:
        return Reply(say("default_not_found", name=words))
    place = found.resolutions[0].candidates[0]
    if place.id == composer.oneself.id:
        return _kept(MYSELF, turn)
    return _kept(kept_as(place.id, place.name), turn)


def _kept(place: str, turn: Turn) -> Reply:
    try:
        turn.speaker.preferences.choose(turn.link.link_id, CHOSEN, place)
    except MailboxUnavailable:
        return Reply(say("preference_not_kept"))
    return Reply(say("default_kept", conversation=_default_of(turn)))


def _default_of(turn: Turn) -> str:
    return default_in_words(turn.link, turn.speaker, turn.phrases)
