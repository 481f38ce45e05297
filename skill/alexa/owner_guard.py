"""Whether a request is the owner's: everybody else hears one sentence, and nothing happens."""

from collections.abc import Callable, Mapping
from typing import Any

from postbox.frozen import Frozen
from postbox.links.owner import SOMEBODY, Owner, Speaker
from postbox.links.stores.owners import Owners
from postbox.store.errors import Unreadable
from skill.alexa.admission import (
    Admitted,
    Refusal,
    goes_on,
    names_person,
    person_in,
    text_in,
    user_in,
)
from skill.speech.keys import Key

STRANGER: Key = "not_the_owner"
UNKNOWN_VOICE: Key = "voice_not_recognized"
OWNER_UNREADABLE: Key = "owner_unreadable"


class OwnerGuard(Frozen):
    """Guards one link."""

    owners: Owners
    link_id: str
    named: str
    """The account that the owner named; "" where it is the first that speaks."""
    clock: Callable[[], float]
    """Epoch seconds."""

    def admit(self, event: Mapping[str, Any], *, spoken: bool) -> Admitted | Refusal:
        """Let in the owner; only what was spoken makes somebody it. Raises MailboxUnavailable."""
        objection = self._objection(event, spoken=spoken)
        return Refusal(objection) if objection else Admitted(self.link_id)

    def _objection(self, event: Mapping[str, Any], *, spoken: bool) -> Key | None:
        speaker = speaker_of(event)
        try:
            owner = self._owner(speaker, spoken=spoken)
        except Unreadable:
            return OWNER_UNREADABLE
        if owner is None or (self.named and owner.user_id != self.named):
            return STRANGER
        if owner.is_heard_in(speaker, goes_on=goes_on(event)):
            return None
        is_unknown = speaker.user_id == owner.user_id and speaker.person_id is None
        return UNKNOWN_VOICE if is_unknown else STRANGER

    def _owner(self, speaker: Speaker, *, spoken: bool) -> Owner | None:
        if spoken:
            return self.owners.bound(self.link_id, speaker, self.clock(), self.named)
        return self.owners.get(self.link_id)


def speaker_of(event: Mapping[str, Any]) -> Speaker:
    """Return who spoke."""
    person_id = text_in(person_in(event).get("personId"))
    # A person without an id that can be read is somebody, and not known to be the owner.
    is_somebody = names_person(event)
    return Speaker(
        text_in(user_in(event).get("userId")) or "",
        person_id or (SOMEBODY if is_somebody else None),
    )
