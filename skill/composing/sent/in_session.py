"""What was sent last in this session, as the session remembers it."""

from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.turn.request import SENT
from skill.understanding.names.candidate import Kind


def sent_in_session(composer: Composer) -> Draft | None:
    """Return the message that was sent last in this session, if there was one."""
    plain = composer.request.attributes.get(SENT)
    return Draft.from_plain(plain) if plain else None


def sent_to_one(composer: Composer) -> str:
    """Return the name of the only person who was sent the last message; "" for nobody, several."""
    draft = sent_in_session(composer)
    is_one = draft and len(draft.to) == 1 and draft.to[0].kind is Kind.PERSON
    return draft.to[0].name if draft and is_one else ""


def ids_of(draft: Draft) -> set[str]:
    """Return the ids of whom a message is for."""
    return {candidate.id for candidate in draft.to}


def afresh(draft: Draft) -> Draft:
    """Return its words as another message, for nobody yet."""
    return Draft(text=draft.text, mentions=draft.mentions)
