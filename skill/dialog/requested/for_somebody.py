"""What is asked of Slack and is for somebody: "see if Olu can come", "make sure Mark knows ..."."""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.dialog.requested.asked import is_known
from skill.turn.context import Turn
from skill.turn.question import FREE
from skill.understanding.answers.passed_on import passed_on
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import vocabulary

_MESSAGE = "message"
_TELL, _WHETHER, _ASK = "TellIntent", "AskWhetherIntent", "AskIntent"
_OF_NEWS = ("message", "new", "reply", "mention", "thread", "wrote", "answered", "received")
"""Words of what there is to hear."""
_LONGEST_NAME = 3


def asked_or_told(words: str, intent: str, turn: Turn) -> tuple[str, Turn] | None:
    """Take "(find out if) Mark is coming" for a question to Mark, "(see) to it that ..." for news.

    "(See if) Mark has written" is to be heard.
    """
    if turn.pending not in FREE:
        return None
    if intent != _WHETHER:
        return told_on(words, turn)
    lists, spoken = vocabulary(turn.locale).lists, Phrase(words).spoken
    news = frozenset[NameWords]().union(*(lists[name] for name in _OF_NEWS))
    of_news = any(longest_at(news, spoken, at) for at in range(len(spoken)))
    return None if of_news else whether_asked(words, turn)


def whether_asked(words: str, turn: Turn) -> tuple[str, Turn] | None:
    """Take "(see if) Olu can come" for a question to Olu; None where nobody is asked."""
    if not _is_asked_of_somebody(words, turn):
        return None
    whether = " ".join(next(iter(language(turn.locale).signs["asked_whether"])))
    return _ASK, replace(turn, slots={_MESSAGE: f"{whether} {words}"})


def _is_asked_of_somebody(words: str, turn: Turn) -> bool:
    """Whether it is "(see if) olu can lend us his trailer", which only Olu can tell."""
    phrase, known = Phrase(words), language(turn.locale)
    asks = known.modals | known.signs["asked_of_a_person"] | known.signs["surely_of_one"]
    if phrase.spoken[:1] in known.determiners | known.pronouns | known.subjects:
        # "The lounge is free" is asked of nobody.
        return False
    for end in range(1, min(len(phrase), _LONGEST_NAME) + 1):
        if longest_at(asks, phrase.spoken, end) and is_known(
            phrase.between(0, end), turn, surely=True
        ):
            return True
    return False


def told_on(words: str, turn: Turn) -> tuple[str, Turn] | None:
    """Take "Olu should hear that ..." for a message to Olu; None where nobody is to hear it."""
    known = language(turn.locale)

    def name_of(said: str) -> str:
        """Return "design" of "the design people", who are told of in their channel."""
        phrase = Phrase(said)
        crowd = longest_before(known.signs["team_words"], phrase.spoken, len(phrase))
        names = (said, phrase.between(0, len(phrase) - crowd))
        return next((name for name in names if name and is_known(name, turn, surely=True)), "")

    told = passed_on(Phrase(words), known, name_of)
    if told is None:
        return None
    leads = " ".join(min(known.that))
    return _TELL, replace(turn, slots={_MESSAGE: f"{told.name} {leads} {told.text}"})
