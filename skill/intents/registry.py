"""Every intent of the interaction model: what answers it where nothing is open, what it needs.

A module is imported when it first answers: a request needs few of them, and a cold start would wait
for all. tests/skill/dialog/test_open_questions.py imports each.
"""

from collections.abc import Callable, Mapping
from enum import Flag, auto
from importlib import import_module

from skill.speech.keys import Key
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.openings import openings

Handler = Callable[[Turn], Reply]


class Need(Flag):
    """What has to be allowed."""

    NOTHING = 0
    """Never anything, whatever is open."""
    READ = auto()
    """Others' messages are told."""
    OWN = auto()
    """What one sent oneself is told of."""
    SEND = auto()
    CHANGE = auto()
    """A choice is changed."""
    ANSWER = auto()
    """What the open question needs; what it gives no meaning may begin a message."""


READ, OWN, SEND, CHANGE, ANSWER = Need.READ, Need.OWN, Need.SEND, Need.CHANGE, Need.ANSWER
NOTHING, BOTH, EVERYTHING = Need.NOTHING, READ | SEND, READ | OWN | SEND | CHANGE

Row = tuple[str, Need]
"""A module in this folder and its function, or a module alone that has them in HANDLERS; a need."""

FALLBACK = "AMAZON.FallbackIntent"
CORRECTION = "CorrectionIntent"
"""What is right and what was wrong, or who else: its words are put together again."""
OPENINGS = frozenset(openings())
"""The intents of words that were said without a verb for sending."""

LAUNCH = "LaunchRequest"
"""How "open Slack" is called where intents are."""
NOT_A_MESSAGE = "NotAMessage"
"""How words for a message are called that are another intent's, which cannot be made out."""
ACCOUNT = "AccountIntent"
"""All that is said of accounts, workspaces and voices: a model may have 250 intents in all."""
UNSUPPORTED: Mapping[str, Key] = {
    "StatusIntent": "cannot_set_status",
    "CallIntent": "cannot_call",
    "MembersIntent": "cannot_tell_members",
    "ListDirectoryIntent": "cannot_list_directory",
    "ManageChannelIntent": "cannot_manage_channels",
    "SearchIntent": "cannot_search",
    "FileIntent": "cannot_send_files",
    "PinIntent": "cannot_pin",
    "OthersMessageIntent": "cannot_change_others_messages",
    "ReactElsewhereIntent": "cannot_react_elsewhere",
    "MarkUnreadElsewhereIntent": "cannot_mark_unread_elsewhere",
    "SeenIntent": "cannot_tell_who_read",
    "CreateOtherIntent": "cannot_create_others",
}
"""What Earshot cannot do, and the sentence that says so."""

REQUESTS = (
    "AskWhetherIntent",
    "AskWhatIntent",
    "AskWhoIntent",
    "AskWhenIntent",
    "AskWhereIntent",
    "AskHowIntent",
    "HearIntent",
    "HearShortIntent",
    "HearAllIntent",
    "HearLastIntent",
    "HearForIntent",
)
"""What is asked to be heard in any words; another intent answers it where it is understood."""

BESIDE: Mapping[str, Row] = {
    "SendMessageIntent": ("messages.send_message:handle", SEND),
    "SendAndWaitIntent": ("messages.send_message:handle_and_wait", SEND),
    "TellIntent": ("messages.tell:handle", SEND),
    **dict.fromkeys(
        (
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
        ),
        ("messages.addressed", SEND),
    ),
    **dict.fromkeys(OPENINGS, ("messages.bare:handle", SEND)),
    "ReplyIntent": ("messages.reply:handle", BOTH),
    "ScheduleIntent": ("scheduling.schedule:handle", SEND),
    "RemindIntent": ("scheduling.schedule:handle_remind", SEND),
    "SendNowIntent": ("session.yes_no:handle_yes", ANSWER),
    "SendThenIntent": ("scheduling.schedule:handle_then", SEND),
    "ScheduledIntent": ("scheduling.scheduled:handle_list", OWN),
    "CancelScheduledIntent": ("scheduling.scheduled:handle_cancel", OWN | SEND),
    "RescheduleIntent": ("scheduling.reschedule:handle", OWN | SEND),
    "ComposeIntent": ("messages.send_message:handle_compose", SEND),
    "RecipientIntent": ("messages.recipient:handle", ANSWER),
    "InsteadIntent": ("messages.recipient:handle_instead", ANSWER),
    CORRECTION: ("messages.correction:handle", ANSWER),
    "ChangeMessageIntent": ("sent.change_message:handle", SEND),
    "AddToMessageIntent": ("sent.change_message:handle_add", SEND),
    "ReactIntent": ("reading.react:handle", BOTH),
    "LikeIntent": ("reading.react:handle_like", BOTH),
    "HeartIntent": ("reading.react:handle_heart", BOTH),
    "ForwardIntent": ("messages.forward:handle", BOTH),
    "ReactionsIntent": ("reading.reactions:handle", READ),
    "UnsendIntent": ("sent.undo:handle_unsend", SEND),
    "UndoIntent": ("sent.undo:handle_undo", SEND),
    "SendAgainIntent": ("sent.send_again:handle", SEND),
    "DeliveryStatusIntent": ("sent.delivery_status:handle", OWN),
    "OwnMessagesIntent": ("sent.own_messages:handle", OWN),
    "TeachNameIntent": ("settings.teach_name:handle", CHANGE),
    "ListNamesIntent": ("settings.learned_names:handle_list", OWN),
    "ForgetNameIntent": ("settings.learned_names:handle_forget", CHANGE),
    "ListPreferencesIntent": ("settings.preferences:handle_list", OWN),
    "SetPreferenceIntent": ("settings.preferences:handle_set", CHANGE),
    "SpeakingRateIntent": ("settings.preferences:handle_rate", CHANGE),
    "DefaultConversationIntent": ("settings.default_place:handle", CHANGE),
    "ReadBackIntent": ("settings.preferences:handle_reading_back", CHANGE),
    ACCOUNT: ("sharing.account:handle", EVERYTHING),
    **dict.fromkeys(UNSUPPORTED, ("session.unsupported", NOTHING)),
    "WhoWasThatIntent": ("reading.who_and_when:handle_who", READ),
    "WhenWasThatIntent": ("reading.who_and_when:handle_when", READ),
    **dict.fromkeys(REQUESTS, ("session.fallback:handle_request", READ)),
    "ThanksIntent": ("session.thanks:handle", NOTHING),
    "CourtesyIntent": ("session.thanks:handle", NOTHING),
    "AMAZON.HelpIntent": ("session.help:handle", NOTHING),
    "HowToIntent": ("session.help:handle", NOTHING),
    "AMAZON.RepeatIntent": ("session.repeat:handle", READ),
    FALLBACK: ("session.fallback:handle", ANSWER),
    "AMAZON.YesIntent": ("session.yes_no:handle_yes", ANSWER),
    "AMAZON.NoIntent": ("session.yes_no:handle_no", ANSWER),
}
"""What leaves a message in the making alone. It is offered again behind the answer, where that asks
nothing of its own; else the speaker is told that it was not sent."""

INSTEAD: Mapping[str, Row] = {
    "ReadRepliesIntent": ("reading.read_replies:handle", READ),
    "ReadMentionsIntent": ("reading.read_replies:handle_mentions", READ),
    "ReadNewIntent": ("reading.read_replies:handle_new", READ),
    "ReadFromIntent": ("reading.read_from:handle", READ),
    "CountIntent": ("reading.read_from:handle_count", READ),
    "LastMessagesIntent": ("reading.further_back:handle_last", READ),
    "EarlierIntent": ("reading.further_back:handle_earlier", READ),
    "ReadingTimeIntent": ("reading.reading_time:handle", READ),
    "MarkReadIntent": ("reading.read_from:handle_mark", READ),
    "CatchUpIntent": ("reading.read_from:handle_catch_up", READ),
    "NextMessageIntent": ("reading.read_on:handle_next", READ),
    "SkipIntent": ("reading.read_on:handle_skip", READ),
    "AMAZON.PreviousIntent": ("reading.read_on:handle_previous", READ),
    "KeepUnreadIntent": ("reading.keep_unread:handle", READ),
    "AMAZON.StopIntent": ("session.leave:handle", NOTHING),
    "AMAZON.NavigateHomeIntent": ("session.leave:handle", NOTHING),
    "AMAZON.CancelIntent": ("session.leave:handle_cancel", NOTHING),
    "NeverMindIntent": ("session.leave:handle_never_mind", NOTHING),
}
"""What turns to reading, or leaves: a message in the making is said not to be sent where that
asks something of its own."""

HEARD = frozenset(intent for intent, (_, permission) in INSTEAD.items() if permission is READ)
"""Those that read: behind what they tell a message in the making is gone on with."""

INTENTS: Mapping[str, Row] = {**BESIDE, **INSTEAD}


def handler_of(intent: str) -> Handler:
    """Return what answers an intent of the model."""
    name, _, function = INTENTS[intent][0].partition(":")
    module = import_module(f"skill.intents.{name}")
    found: Handler = getattr(module, function) if function else module.HANDLERS[intent]
    return found
