"""What the answers to an open question do to the message in the making."""

from collections.abc import Callable
from dataclasses import replace

from skill.composing import asking
from skill.composing.composer import Composer
from skill.composing.draft import Choice, Draft
from skill.composing.next_step import finish, proceed
from skill.composing.opening import begin, dictated, to_default
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.names.candidate import SAME_SOUND, Candidate
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.positions import position
from skill.understanding.understood import Outcome, Understood

Answer = Callable[[Draft, Composer], Reply]
WordsAnswer = Callable[[str, Draft, Composer], Reply]

_IT = frozenset({"", "it", "this", "that"})


def left(draft: Draft, composer: Composer) -> Reply:
    """Send nothing."""
    del draft
    return Reply(composer.turn.phrases["cancelled"], settles=True)


def not_confirmed(draft: Draft, composer: Composer) -> Reply:
    """Go on, after a no to what was read back, to what else may have been meant."""
    if draft.instead:
        return to_default(Draft(id=draft.id, text=draft.instead, is_doubtful=True), composer)
    return to_another(draft, composer) if draft.learns else left(draft, composer)


def to_another(draft: Draft, composer: Composer) -> Reply:
    """Ask for a recipient afresh, where none of those that were offered is meant."""
    afresh = replace(draft, to=(), choices=(), learns={}, is_doubtful=False, asked=0)
    return proceed(afresh, composer)


# ------------------------------------------------------------------------------------- a name


def name_asked_for(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up the answer to "Who is it for?"; who else was named stays."""
    found = composer.recipients(words)
    is_unknown = found.certainty is Certainty.UNKNOWN
    if is_unknown and draft.asked:
        return asking.once_more(draft, composer)
    asked = draft.asked + is_unknown
    return proceed(replace(draft.answered(found.resolutions), asked=asked), composer)


def another_name(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "to Ana instead" while the words or the time are asked for."""
    found = composer.recipients(words)
    is_unknown = found.certainty is Certainty.UNKNOWN
    if is_unknown and draft.asked:
        return asking.once_more(draft, composer, Pending.WHOM)
    asked = draft.asked + is_unknown
    return proceed(replace(draft.addressed(found.resolutions), asked=asked), composer)


def name_instead(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "to Ana instead" after a message was read back; its recipient stays else."""
    found = composer.recipients(words)
    if found.certainty is Certainty.UNKNOWN:
        return asking.once_more(draft, composer)
    return proceed(draft.addressed(found.resolutions), composer)


def chosen(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up the answer to "Kevin Park or Kevin Sato?"."""
    offered = draft.choices[0].candidates
    place = position(words, len(offered), composer.turn.locale)
    if place is not None:
        return proceed(draft.settled(offered[place], learn=True), composer)
    among = _only_one(composer.among(words, offered))
    if among:
        return proceed(draft.settled(among, learn=True), composer)
    other = composer.recipients(words)
    if other.certainty is Certainty.CERTAIN and len(other.resolutions) == 1:
        return proceed(draft.settled(other.resolutions[0].candidates[0], learn=False), composer)
    if other.certainty is Certainty.DOUBTFUL and not draft.asked:
        open_names = [Choice(e.spoken, e.candidates, e.rivals) for e in other.resolutions]
        choices = (*open_names, *draft.choices[1:])
        return proceed(replace(draft, choices=choices, asked=1), composer)
    return asking.once_more(draft, composer)


def _only_one(found: Recipients) -> Candidate | None:
    """Return the one that is meant; among few, being like it is enough."""
    if len(found.resolutions) != 1 or found.resolutions[0].rivals != 1:
        return None
    return found.resolutions[0].candidates[0]


# --------------------------------------------------------------------------------------- words


def words_asked_for(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up the answer to "What should I say?"; without a recipient it may name one."""
    if not dictated(words, composer):
        return asking.once_more(draft, composer)
    if draft.to == composer.default_only and not (draft.is_doubtful or draft.thread_ts):
        return begin(words, Carrier.TEXT, composer)
    return proceed(replace(draft, text=dictated(words, composer), asked=0), composer)


def sent_meanwhile(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "send it", "send it to Ana", or a new message, while something else is asked."""
    understood = composer.understand(words, Carrier.TEXT)
    if not _is_it(understood):
        return begin(words, Carrier.TEXT, composer)
    return _it_to(understood, draft, composer) or asking.once_more(draft, composer)


def sent_or_other_words(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "send it", "send it to Ana", or other words, after a message was read back."""
    understood = composer.understand(words, Carrier.TEXT)
    if _is_it(understood):
        return _it_to(understood, draft, composer) or finish(draft, composer)
    if understood.outcome is Outcome.DEFAULT:
        return proceed(replace(draft, text=dictated(words, composer), asked=0), composer)
    return begin(words, Carrier.TEXT, composer)


def name_or_other_words(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "in random" or other words, after a message was read back."""
    if composer.recipients(words).certainty is Certainty.CERTAIN:
        return name_instead(words, draft, composer)
    return sent_or_other_words(words, draft, composer)


def _is_it(understood: Understood) -> bool:
    return understood.text.casefold() in _IT


def _it_to(understood: Understood, draft: Draft, composer: Composer) -> Reply | None:
    """Go on with "send it to Ana"; None where nobody is named."""
    if not understood.resolutions:
        return None
    resolutions = understood.resolutions
    addressed = draft.answered(resolutions) if draft.unknown else draft.addressed(resolutions)
    return proceed(addressed, composer)


def changed(words: str, draft: Draft, composer: Composer) -> Reply:
    """Give the message another text; "change it to Ana" may be whom it is for."""
    recipients = composer.recipients(words)
    if recipients.certainty is Certainty.CERTAIN and recipients.least_score >= SAME_SOUND:
        # Read back in any case, so that nothing is lost when it was the text.
        addressed = draft.addressed(recipients.resolutions)
        return proceed(replace(addressed, is_doubtful=True), composer)
    text = dictated(words, composer)
    other = replace(draft, text=text, instead="", mentions=(), is_doubtful=True, asked=0)
    return proceed(other, composer)


def added(words: str, draft: Draft, composer: Composer) -> Reply:
    """Append to the message; its recipient stays."""
    more = words.strip()
    if not more:
        return asking.what(draft, composer)
    text = dictated(f"{draft.text} {more}", composer)
    return proceed(replace(draft, text=text, instead="", is_doubtful=True, asked=0), composer)
