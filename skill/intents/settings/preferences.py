""" "Leave out links", "read code aloud", "what do you leave out?"."""

from postbox.store.errors import MailboxUnavailable
from skill.reading.preferences import KINDS, choices_of
from skill.reading.reader import Reader, with_reader
from skill.rendering.choices import Saying
from skill.services import Services
from skill.speech.sentences import joined
from skill.turn.context import Turn
from skill.turn.reply import Reply

LIST = "ListPreferencesIntent"
SET = "SetPreferenceIntent"


def handle_list(turn: Turn, services: Services) -> Reply:
    """Tell how links, code and emoji are read."""
    return with_reader(turn, services, _told)


def _told(reader: Reader) -> Reply:
    phrases, choices = (
        reader.turn.phrases,
        choices_of(reader.link.link_id, reader.services),
    )
    chosen = [phrases.plain(f"preference_{kind}_{getattr(choices, kind)}") for kind in KINDS]
    return Reply(phrases.say("preferences_are", preferences=joined(chosen)))


def handle_set(turn: Turn, services: Services) -> Reply:
    """Keep how something is read, and say so once it is kept."""
    return with_reader(turn, services, _set)


def _set(reader: Reader) -> Reply:
    phrases, resolved = reader.turn.phrases, reader.turn.resolved_ids
    kinds, sayings = resolved.intersection(KINDS), resolved.intersection(Saying)
    if len(kinds) != 1 or len(sayings) != 1:
        return Reply(phrases["preference_unclear"])
    kind, saying = *kinds, *sayings
    try:
        reader.services.preferences.choose(reader.link.link_id, kind, saying)
    except MailboxUnavailable:
        return Reply(phrases["preference_not_kept"])
    preference = phrases.plain(f"preference_{kind}_{saying}")
    return Reply(phrases.say("preference_kept", preference=preference))
