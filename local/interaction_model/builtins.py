"""What Alexa brings along: built-in intents, their own utterances, and built-in slot types."""

PREFIX = "AMAZON."

REQUIRED_INTENTS = (
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.HelpIntent",
    "AMAZON.FallbackIntent",
)
"""The first three are asked for at certification; without the fourth, unmatched speech is forced
into some other intent, which here would post it."""

STANDARD_INTENTS = frozenset(
    PREFIX + name
    for name in (
        "CancelIntent",
        "FallbackIntent",
        "HelpIntent",
        "LoopOffIntent",
        "LoopOnIntent",
        "MoreIntent",
        "NavigateHomeIntent",
        "NavigateSettingsIntent",
        "NextIntent",
        "NoIntent",
        "PageDownIntent",
        "PageUpIntent",
        "PauseIntent",
        "PreviousIntent",
        "RepeatIntent",
        "ResumeIntent",
        "ScrollDownIntent",
        "ScrollLeftIntent",
        "ScrollRightIntent",
        "ScrollUpIntent",
        "SelectIntent",
        "ShuffleOffIntent",
        "ShuffleOnIntent",
        "StartOverIntent",
        "StopIntent",
        "YesIntent",
    )
)

PHRASE_TYPES = frozenset({"AMAZON.SearchQuery"})
"""Slot types that take a whole phrase: a carrier phrase must lead to it, and no slot be beside."""

NARROW_TYPES = frozenset({"AMAZON.FOUR_DIGIT_NUMBER", "AMAZON.NUMBER", "AMAZON.Ordinal"})
"""Slot types that take a few words of their own and no others: numbers, and "second"."""

SLOT_TYPES = PHRASE_TYPES | {
    PREFIX + name
    for name in (
        "Actor",
        "Airline",
        "Airport",
        "Animal",
        "Artist",
        "City",
        "Color",
        "Country",
        "CreativeWorkType",
        "DATE",
        "DayOfWeek",
        "DURATION",
        "FirstName",
        "Food",
        "FOUR_DIGIT_NUMBER",
        "Language",
        "Month",
        "NUMBER",
        "Ordinal",
        "Person",
        "PhoneNumber",
        "PostalAddress",
        "Region",
        "Room",
        "StreetName",
        "TIME",
        "US_CITY",
        "US_FIRST_NAME",
        "US_STATE",
    )
}
"""The built-in slot types that a skill for messages might use; another one is added here first."""

_ENGLISH: dict[str, tuple[str, ...]] = {
    "AMAZON.CancelIntent": ("cancel", "never mind", "forget it"),
    "AMAZON.HelpIntent": ("help", "help me", "can you help me"),
    "AMAZON.NavigateHomeIntent": ("go home", "home", "go to the home screen"),
    "AMAZON.NextIntent": ("next", "skip", "skip forward"),
    "AMAZON.NoIntent": ("no", "nope", "no thanks", "no thank you"),
    "AMAZON.PauseIntent": ("pause", "pause that"),
    "AMAZON.PreviousIntent": ("go back", "skip back", "back up"),
    "AMAZON.RepeatIntent": ("repeat", "say that again", "repeat that"),
    "AMAZON.ResumeIntent": ("resume", "keep going"),
    "AMAZON.StartOverIntent": ("start over", "restart", "start again"),
    "AMAZON.StopIntent": ("stop", "off", "shut up"),
    "AMAZON.YesIntent": ("yes", "yes please", "sure", "yeah", "yep", "okay", "ok"),
}

_UTTERANCES = {"en": _ENGLISH}


def own_utterances(intent: str, locale: str) -> tuple[str, ...]:
    """Return what leads to a built-in intent without any sample in the model.

    Amazon prints these few for each intent ("Standard built-in intents"); its own list is longer.
    A language that is not known here has none.
    """
    return _UTTERANCES.get(locale.split("-", maxsplit=1)[0], {}).get(intent, ())
