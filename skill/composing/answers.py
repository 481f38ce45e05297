"""What the answers to an open question do to the message in the making."""

from collections.abc import Callable
from dataclasses import replace

from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.draft import Choice, Draft
from skill.composing.next_step import finish, proceed
from skill.composing.opening import begin, dictated, to_default
from skill.turn import Pending, Reply
from skill.understanding.names.candidate import SAME_SOUND, Candidate
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.positions import position
from skill.understanding.understanding import Carrier
from skill.understanding.understood import Outcome, Understood

Answer = Callable[[Draft, Desk], Reply]
WordsAnswer = Callable[[str, Draft, Desk], Reply]

_IT = frozenset({"", "it", "this", "that"})


def left(draft: Draft, desk: Desk) -> Reply:
    """Send nothing."""
    del draft
    return Reply(desk.turn.phrases["cancelled"], settles=True)


def not_confirmed(draft: Draft, desk: Desk) -> Reply:
    """Go on, after a no to what was read back, to what else may have been meant."""
    if draft.instead:
        return to_default(Draft(id=draft.id, text=draft.instead, is_doubtful=True), desk)
    return to_another(draft, desk) if draft.learns else left(draft, desk)


def to_another(draft: Draft, desk: Desk) -> Reply:
    """Ask for a recipient afresh, where none of those that were offered is meant."""
    afresh = replace(draft, to=(), choices=(), learns={}, is_doubtful=False, asked=0)
    return proceed(afresh, desk)


# ------------------------------------------------------------------------------------- a name


def name_asked_for(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up the answer to "Who is it for?"; who else was named stays."""
    found = desk.recipients(words)
    is_unknown = found.certainty is Certainty.UNKNOWN
    if is_unknown and draft.asked:
        return asking.once_more(draft, desk)
    asked = draft.asked + is_unknown
    return proceed(replace(draft.answered(found.resolutions), asked=asked), desk)


def another_name(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up "to Ana instead" while the words or the time are asked for."""
    found = desk.recipients(words)
    is_unknown = found.certainty is Certainty.UNKNOWN
    if is_unknown and draft.asked:
        return asking.once_more(draft, desk, Pending.WHOM)
    asked = draft.asked + is_unknown
    return proceed(replace(draft.addressed(found.resolutions), asked=asked), desk)


def name_instead(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up "to Ana instead" after a message was read back; its recipient stays else."""
    found = desk.recipients(words)
    if found.certainty is Certainty.UNKNOWN:
        return asking.once_more(draft, desk)
    return proceed(draft.addressed(found.resolutions), desk)


def chosen(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up the answer to "Kevin Park or Kevin Sato?"."""
    offered = draft.choices[0].candidates
    place = position(words, len(offered), desk.turn.locale)
    if place is not None:
        return proceed(draft.settled(offered[place], learn=True), desk)
    among = _only_one(desk.among(words, offered))
    if among:
        return proceed(draft.settled(among, learn=True), desk)
    other = desk.recipients(words)
    if other.certainty is Certainty.CERTAIN and len(other.resolutions) == 1:
        return proceed(draft.settled(other.resolutions[0].candidates[0], learn=False), desk)
    if other.certainty is Certainty.DOUBTFUL and not draft.asked:
        open_names = [Choice(e.spoken, e.candidates, e.rivals) for e in other.resolutions]
        choices = (*open_names, *draft.choices[1:])
        return proceed(replace(draft, choices=choices, asked=1), desk)
    return asking.once_more(draft, desk)


def _only_one(found: Recipients) -> Candidate | None:
    """Return the one that is meant; among few, being like it is enough."""
    if len(found.resolutions) != 1 or found.resolutions[0].rivals != 1:
        return None
    return found.resolutions[0].candidates[0]


# --------------------------------------------------------------------------------------- words


def words_asked_for(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up the answer to "What should I say?"; without a recipient it may name one."""
    if not dictated(words, desk):
        return asking.once_more(draft, desk)
    if draft.to == desk.default_only and not (draft.is_doubtful or draft.thread_ts):
        return begin(words, Carrier.TEXT, desk)
    return proceed(replace(draft, text=dictated(words, desk), asked=0), desk)


def sent_meanwhile(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up "send it", "send it to Ana", or a new message, while something else is asked."""
    understood = desk.understand(words, Carrier.TEXT)
    if not _is_it(understood):
        return begin(words, Carrier.TEXT, desk)
    return _it_to(understood, draft, desk) or asking.once_more(draft, desk)


def sent_or_other_words(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up "send it", "send it to Ana", or other words, after a message was read back."""
    understood = desk.understand(words, Carrier.TEXT)
    if _is_it(understood):
        return _it_to(understood, draft, desk) or finish(draft, desk)
    if understood.outcome is Outcome.DEFAULT:
        return proceed(replace(draft, text=dictated(words, desk), asked=0), desk)
    return begin(words, Carrier.TEXT, desk)


def name_or_other_words(words: str, draft: Draft, desk: Desk) -> Reply:
    """Take up "in random" or other words, after a message was read back."""
    if desk.recipients(words).certainty is Certainty.CERTAIN:
        return name_instead(words, draft, desk)
    return sent_or_other_words(words, draft, desk)


def _is_it(understood: Understood) -> bool:
    return understood.text.casefold() in _IT


def _it_to(understood: Understood, draft: Draft, desk: Desk) -> Reply | None:
    """Go on with "send it to Ana"; None where nobody is named."""
    if not understood.resolutions:
        return None
    resolutions = understood.resolutions
    addressed = draft.answered(resolutions) if draft.unknown else draft.addressed(resolutions)
    return proceed(addressed, desk)


def changed(words: str, draft: Draft, desk: Desk) -> Reply:
    """Give the message another text; "change it to Ana" may be whom it is for."""
    recipients = desk.recipients(words)
    if recipients.certainty is Certainty.CERTAIN and recipients.least_score >= SAME_SOUND:
        # Read back in any case, so that nothing is lost when it was the text.
        addressed = draft.addressed(recipients.resolutions)
        return proceed(replace(addressed, is_doubtful=True), desk)
    text = dictated(words, desk)
    other = replace(draft, text=text, instead="", mentions=(), is_doubtful=True, asked=0)
    return proceed(other, desk)


def added(words: str, draft: Draft, desk: Desk) -> Reply:
    """Append to the message; its recipient stays."""
    more = words.strip()
    if not more:
        return asking.what(draft, desk)
    text = dictated(f"{draft.text} {more}", desk)
    return proceed(replace(draft, text=text, instead="", is_doubtful=True, asked=0), desk)
