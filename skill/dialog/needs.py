"""What each intent needs to be allowed: to hear, to send, to change a choice. Pure.

What is not named here needs everything: a new intent is closed until somebody thought of it.
"""

from enum import Flag, auto

from skill.intents.registry import LAUNCH, NOT_A_MESSAGE, OPENINGS, REQUESTS, UNSUPPORTED
from skill.intents.sharing.topics import Topic
from skill.turn.question import Pending


class Need(Flag):
    """What has to be allowed."""

    NOTHING = 0
    READ = auto()
    """Others' messages are told."""
    OWN = auto()
    """What one sent oneself is told of."""
    SEND = auto()
    CHANGE = auto()
    """A choice is changed."""


EVERYTHING = Need.READ | Need.OWN | Need.SEND | Need.CHANGE

_FREE = (
    "AMAZON.HelpIntent",
    "HowToIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "NeverMindIntent",
    "ThanksIntent",
    "CourtesyIntent",
    Topic.WHICH_WORKSPACE,
    Topic.UNKNOWN,
    NOT_A_MESSAGE,
    *REQUESTS,
)
_READ = (
    LAUNCH,
    "ReadRepliesIntent",
    "ReadMentionsIntent",
    "ReadNewIntent",
    "ReadFromIntent",
    "CountIntent",
    "LastMessagesIntent",
    "EarlierIntent",
    "ReadingTimeIntent",
    "MarkReadIntent",
    "CatchUpIntent",
    "NextMessageIntent",
    "SkipIntent",
    "AMAZON.PreviousIntent",
    "KeepUnreadIntent",
    "WhoWasThatIntent",
    "WhenWasThatIntent",
    "ReactionsIntent",
    "AMAZON.RepeatIntent",
)
_OWN = ("DeliveryStatusIntent", "OwnMessagesIntent", "ScheduledIntent")
_SEND = (
    "SendMessageIntent",
    "TellIntent",
    "AskIntent",
    "ThankIntent",
    "WishIntent",
    "CongratulateIntent",
    "ApologizeIntent",
    "HeadsUpIntent",
    "HaveIntent",
    "InviteIntent",
    "GroupIntent",
    "PostInIntent",
    "NoteIntent",
    "ScheduleIntent",
    "RemindIntent",
    "SendThenIntent",
    "ComposeIntent",
    "ChangeMessageIntent",
    "AddToMessageIntent",
    "UnsendIntent",
    "UnsendFromIntent",
    "UndoIntent",
    "SendAgainIntent",
    "SendAndWaitIntent",
)
_BOTH = ("ForwardIntent", "ReactIntent", "LikeIntent", "HeartIntent", "ReplyIntent")
_CHANGE = (
    "DefaultConversationIntent",
    "TeachNameIntent",
    "ForgetNameIntent",
    "SetPreferenceIntent",
    "SpeakingRateIntent",
    "ReadBackIntent",
    Topic.WHO_MAY,
    Topic.ASK_CODE,
    Topic.PRIVACY,
    Topic.SET_CODE,
    Topic.LEAVE,
    Topic.SWITCH,
)
_OWN_AND_SEND = ("CancelScheduledIntent", "RescheduleIntent")
_ANSWERS = (
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "SendNowIntent",
    "RecipientIntent",
    "InsteadIntent",
    "CorrectionIntent",
    Topic.DIGITS,
    "AMAZON.FallbackIntent",
)
"""What answers a question needs what went before the question."""
_TOLD = ("ListNamesIntent", "ListPreferencesIntent", Topic.RULES)
_READING = {Pending.MORE, Pending.WHICH_TO_HEAR, Pending.WHICH_OF_DIGEST, Pending.FURTHER_BACK}
_CHANGING = {Pending.NEW_CODE, Pending.LEAVE}

NEEDS: dict[str, Need] = {
    **dict.fromkeys(UNSUPPORTED, Need.NOTHING),
    **dict.fromkeys(OPENINGS, Need.SEND),
    **dict.fromkeys(_FREE, Need.NOTHING),
    **dict.fromkeys(_READ, Need.READ),
    **dict.fromkeys(_OWN, Need.OWN),
    **dict.fromkeys(_SEND, Need.SEND),
    **dict.fromkeys(_BOTH, Need.READ | Need.SEND),
    **dict.fromkeys(_CHANGE, Need.CHANGE),
    **dict.fromkeys(_OWN_AND_SEND, Need.OWN | Need.SEND),
    **dict.fromkeys(_TOLD, Need.OWN),
}


def need_of(intent: str, pending: Pending, *, is_answer: bool) -> Need:
    """Return what an intent, or a topic of ACCOUNT, needs while a question is open.

    `is_answer` is whether it has a meaning of its own at that question.
    """
    if intent in _FREE:
        return Need.NOTHING
    if intent in _ANSWERS:
        # What the question gives no meaning may begin a message: a name alone, "no, tell Ana ...".
        return _need_at(pending) if is_answer else Need.SEND
    own = NEEDS.get(intent, EVERYTHING)
    return own | _need_at(pending) if is_answer else own


def _need_at(pending: Pending) -> Need:
    if pending in (Pending.CODE, Pending.WHICH_WORKSPACE):
        return Need.NOTHING
    if pending in _READING:
        return Need.READ
    return Need.CHANGE if pending in _CHANGING else Need.SEND
