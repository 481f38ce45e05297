""" "Leave out links", "read code aloud", "what do you leave out?"."""

from postbox.store.errors import MailboxUnavailable
from skill.listening.listening import Listening, with_listening
from skill.listening.preferences import KINDS, choices_of
from skill.rendering.choices import Saying
from skill.services import Services
from skill.speech.sentences import joined
from skill.turn import Reply, Turn

LIST = "ListPreferencesIntent"
SET = "SetPreferenceIntent"


def handle_list(turn: Turn, services: Services) -> Reply:
    """Tell how links, code and emoji are read."""
    return with_listening(turn, services, _told)


def _told(listening: Listening) -> Reply:
    phrases, choices = (
        listening.turn.phrases,
        choices_of(listening.link.link_id, listening.services),
    )
    chosen = [phrases.plain(f"preference_{kind}_{getattr(choices, kind)}") for kind in KINDS]
    return Reply(phrases.say("preferences_are", preferences=joined(chosen)))


def handle_set(turn: Turn, services: Services) -> Reply:
    """Keep how something is read, and say so once it is kept."""
    return with_listening(turn, services, _set)


def _set(listening: Listening) -> Reply:
    phrases, resolved = listening.turn.phrases, listening.turn.resolved_ids
    kinds, sayings = resolved.intersection(KINDS), resolved.intersection(Saying)
    if len(kinds) != 1 or len(sayings) != 1:
        return Reply(phrases["preference_unclear"])
    kind, saying = *kinds, *sayings
    try:
        listening.services.preferences.choose(listening.link.link_id, kind, saying)
    except MailboxUnavailable:
        return Reply(phrases["preference_not_kept"])
    preference = phrases.plain(f"preference_{kind}_{saying}")
    return Reply(phrases.say("preference_kept", preference=preference))
