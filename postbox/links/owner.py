"""Whom a personal Earshot answers: one Alexa account, and its one voice where Alexa knows it."""

from typing import ClassVar

from postbox.frozen import Frozen

SOMEBODY = "?"
"""The id of a voice of which nobody can tell whose it is; never the owner's."""


class Speaker(Frozen):
    """Who made a request, as Alexa says.

    https://developer.amazon.com/docs/alexa/custom-skills/add-personalization-to-your-skill.html
    """

    user_id: str
    """The account's, for this skill; never who of a household speaks."""
    person_id: str | None = None
    """The recognized voice's, where the skill's owner turned personalization on."""


class Owner(Frozen):
    """The account and the voice that a link belongs to."""

    VERSION: ClassVar[int] = 1

    user_id: str
    person_id: str | None = None
    """The first recognized voice of that account that spoke; None while none did."""
    since: float = 0.0
    """When the account spoke first, in epoch seconds."""

    def is_heard_in(self, speaker: Speaker, *, goes_on: bool) -> bool:
        """Whether this request is the owner's.

        A voice that Alexa does not recognize may be anybody's once the owner's is known. It may go
        on with a conversation, which only the owner could begin.
        """
        if not speaker.user_id or speaker.user_id != self.user_id:
            return False
        if speaker.person_id == SOMEBODY:
            return False
        if speaker.person_id is None:
            return self.person_id is None or goes_on
        return speaker.person_id == self.person_id
