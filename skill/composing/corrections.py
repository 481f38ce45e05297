"""What is said of a message that was just sent: "seven not six", "the same to Ana", "take it back".

The session remembers what was sent in it; nothing is done to what was sent before.
"""

from dataclasses import replace

from skill.composing.changing_sent import change_sent
from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.next_step import SENT, proceed
from skill.composing.opening import dictated
from skill.turn.reply import Reply
from skill.understanding.answers.spoken_answers import same_again, spoken_answer
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import SAME_SOUND
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.wording.amending import amended


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
    again = sent_again_to(words, composer)
    if again:
        return again
    answer = spoken_answer(words, known)
    if answer.corrects and answer.name:
        found = composer.recipients(answer.name)
        if _is_named(found):
            return _read_back_for(found, draft, composer)
    if longest_at(known.answers["going_on"], Phrase(words).spoken, 0):
        # "And I'm not doing it" goes on with what was said, or is said to nobody.
        return proceed(replace(draft, text=dictated(words, composer), is_doubtful=True), composer)
    return None


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


def sent_to_another(words: str, composer: Composer) -> Reply | None:
    """Return the message just sent, read back for somebody who is named; None for nobody."""
    draft = sent_in_session(composer)
    found = composer.recipients(words) if draft and words else None
    if draft is None or found is None or not _is_named(found):
        return None
    return _read_back_for(found, draft, composer)


def _read_back_for(found: Recipients, draft: Draft, composer: Composer) -> Reply:
    """Ask, for whom it went to keeps it unless it is taken back."""
    other = replace(_afresh(draft).addressed(found.resolutions), is_doubtful=True)
    return proceed(other, composer)


def _afresh(draft: Draft) -> Draft:
    return Draft(text=draft.text, mentions=draft.mentions)


def _is_named(found: Recipients) -> bool:
    return found.certainty is not Certainty.UNKNOWN and found.least_score >= SAME_SOUND
