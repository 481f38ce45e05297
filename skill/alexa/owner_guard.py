"""Whether a request is the owner's: everybody else hears one sentence, and nothing happens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from postbox.links.owner import Owner, Speaker
from postbox.links.stores.owners import Owners
from postbox.store.errors import Unreadable
from skill.speech.keys import Key

STRANGER: Key = "not_the_owner"
UNKNOWN_VOICE: Key = "voice_not_recognized"
OWNER_UNREADABLE: Key = "owner_unreadable"


@dataclass(frozen=True)
class OwnerGuard:
    """Guards one link."""

    owners: Owners
    link_id: str
    named: str
    """The account that the owner named; "" where it is the first that speaks."""
    clock: Callable[[], float]
    """Epoch seconds."""

    def objection(self, event: Mapping[str, Any], *, spoken: bool) -> Key | None:
        """Return the sentence for who is not the owner, None for the owner.

        Only what was spoken makes somebody the owner. Raises MailboxUnavailable.
        """
        speaker = speaker_of(event)
        try:
            owner = self._owner(speaker, spoken=spoken)
        except Unreadable:
            return OWNER_UNREADABLE
        if owner is None or (self.named and owner.user_id != self.named):
            return STRANGER
        goes_on = _of(event, "session").get("new") is False
        if owner.is_heard_in(speaker, goes_on=goes_on):
            return None
        is_unknown = speaker.user_id == owner.user_id and speaker.person_id is None
        return UNKNOWN_VOICE if is_unknown else STRANGER

    def _owner(self, speaker: Speaker, *, spoken: bool) -> Owner | None:
        if spoken:
            return self.owners.bound(self.link_id, speaker, self.clock(), self.named)
        return self.owners.get(self.link_id)


def speaker_of(event: Mapping[str, Any]) -> Speaker:
    """Return who spoke, from the raw request: ask-sdk's model lacks part of it."""
    system = _of(_of(event, "context"), "System")
    user = _of(system, "user") or _of(_of(event, "session"), "user")
    person = _of(system, "person")
    person_id = _text(person.get("personId"))
    # A person without an id that can be read is somebody, and not known to be the owner.
    return Speaker(_text(user.get("userId")) or "", person_id or ("?" if person else None))


def _of(value: Any, name: str) -> Mapping[str, Any]:
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
