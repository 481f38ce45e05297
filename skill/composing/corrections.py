"""What is said of a message that was just sent: "seven not six", "the same to Ana", "take it back".

The session remembers what was sent in it; nothing is done to what was sent before.
"""

from dataclasses import replace

from skill.composing.changing_sent import change_sent
from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.next_step import SENT, proceed
from skill.turn.reply import Reply
from skill.understanding.language import language
from skill.understanding.names.candidate import SAME_SOUND
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.spoken_answers import amended, same_again, spoken_answer


def sent_in_session(composer: Composer) -> Draft | None:
    """Return the message that was sent last in this session, if there was one."""
    plain = composer.turn.attributes.get(SENT)
    return Draft.from_plain(plain) if plain else None


def corrected(words: str, composer: Composer) -> Reply | None:
    """Return what a correction of the message just sent leads to; None where it is none."""
    draft, known = sent_in_session(composer), language(composer.turn.locale)
    if draft is None:
        return None
    repaired = amended(draft.text, words, known)
    if repaired:
        return change_sent(repaired, composer)
    answer = spoken_answer(words, known)
    if answer.corrects and answer.name:
        found = composer.recipients(answer.name)
        return _read_back_for(found, draft, composer) if _is_named(found) else None
    return sent_again_to(words, composer)


def sent_again_to(words: str, composer: Composer) -> Reply | None:
    """Return the same message on its way to somebody else: "the same to Ana", "Ana too"."""
    draft = sent_in_session(composer)
    name = same_again(words, language(composer.turn.locale)) if draft else ""
    if draft is None or not name:
        return None
    found = composer.recipients(name)
    return (
        proceed(_afresh(draft).addressed(found.resolutions), composer) if _is_named(found) else None
    )


def _read_back_for(found: Recipients, draft: Draft, composer: Composer) -> Reply:
    """Ask, for whom it went to keeps it unless it is taken back."""
    other = replace(_afresh(draft).addressed(found.resolutions), is_doubtful=True)
    return proceed(other, composer)


def _afresh(draft: Draft) -> Draft:
    return Draft(text=draft.text, mentions=draft.mentions)


def _is_named(found: Recipients) -> bool:
    return found.certainty is not Certainty.UNKNOWN and found.least_score >= SAME_SOUND
