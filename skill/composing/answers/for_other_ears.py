"""Whether words, said where a text for somebody was asked for, are for other ears than theirs.

They may ask the device ("has she read it", "what did Priya say"), or speak to several who are
there ("shoes on, all of you").
"""

from postbox.directory.names.spelling import NameWords
from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.sent.for_others import is_named
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import Kind
from skill.understanding.phrase import Phrase
from skill.understanding.requests.reading import read_request
from skill.understanding.requests.vocabulary import vocabulary

_OF_NEWS = ("me", "anything", "message", "new", "reply", "mention", "own", "last", "received")
"""Words of what a device has to tell."""
_ASKED_SOON = 4
"""So many words in, who is asked about has been named."""


def asked_about(words: str, draft: Draft, composer: Composer) -> NameWords | None:
    """Return "online" of "is she online", "hear this" of "can ana hear this"; None for others.

    Who is written to is not asked of themselves as "she", but a device is.
    """
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    is_for_one = len(draft.to) == 1 and draft.to[0].kind is Kind.PERSON
    if not (is_for_one and longest_at(known.asked["questions"], spoken, 0)):
        return None
    composer.prepare(words)
    ids = {one.id for one in draft.to}
    for at in range(1, min(len(spoken), _ASKED_SOON)):
        end = composer.understanding.names.named(spoken, at)
        found = composer.recipients(" ".join(spoken[at:end])) if end else None
        resolutions = found.resolutions if found else ()
        named = {one.id for resolution in resolutions for one in resolution.candidates}
        if named & ids or spoken[at : at + 1] in known.asked["third_persons"]:
            return spoken[max(end, at + 1) :]
    return None


def asks_to_hear(words: str, composer: Composer) -> bool:
    """Whether "what did priya say" may be asked of Earshot: it is what she can answer."""
    request = read_request(words, composer.request.locale)
    if request is None or _is_asked_of_them(words, composer):
        return False
    return not request.name or is_named(composer.recipients(request.name))


def _is_asked_of_them(words: str, composer: Composer) -> bool:
    """Whether it is "when are you coming", of which a device that is asked for news knows nothing.

    "Have you got anything for me" is asked of the device.
    """
    lists, spoken = vocabulary(composer.request.locale).lists, Phrase(words).spoken
    if longest_at(language(composer.request.locale).asked["let_me_texts"], spoken, 0):
        return True
    news = frozenset[NameWords]().union(*(lists[name] for name in _OF_NEWS))
    of_news = any(longest_at(news, spoken, at) for at in range(len(spoken)))
    return not of_news and any((word,) in lists["device"] for word in spoken)


def is_for_several(words: str, draft: Draft, composer: Composer) -> bool:
    """Whether it speaks to several, where it is for one: "shoes on, all of you"."""
    known, spoken = language(composer.request.locale).asked, Phrase(words).spoken
    is_for_one = len(draft.to) == 1 and draft.to[0].kind is Kind.PERSON
    several = known["several_of_you"]
    return is_for_one and any(longest_at(several, spoken, at) for at in range(len(spoken)))
