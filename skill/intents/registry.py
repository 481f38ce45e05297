"""Every intent of the interaction model, and what answers it where no question is open.

A module is imported when it first answers: a request needs few of them, and a cold start would wait
for all. tests/skill/dialog/test_open_questions.py imports each.
"""

from collections.abc import Callable, Mapping
from importlib import import_module

from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.openings import openings

Handler = Callable[[Turn], Reply]

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
UNSUPPORTED = (
    "StatusIntent",
    "CallIntent",
    "MembersIntent",
    "ListDirectoryIntent",
    "ManageChannelIntent",
    "SearchIntent",
    "FileIntent",
    "PinIntent",
    "OthersMessageIntent",
    "ReactElsewhereIntent",
    "MarkUnreadElsewhereIntent",
    "SeenIntent",
    "CreateOtherIntent",
)
"""What Earshot cannot do, and says so."""

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

BESIDE: Mapping[str, str] = {
    "SendMessageIntent": "messages.send_message:handle",
    "SendAndWaitIntent": "messages.send_message:handle_and_wait",
    "TellIntent": "messages.tell:handle",
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
        "messages.addressed",
    ),
    **dict.fromkeys(OPENINGS, "messages.bare:handle"),
    "ReplyIntent": "messages.reply:handle",
    "ScheduleIntent": "scheduling.schedule:handle",
    "RemindIntent": "scheduling.schedule:handle_remind",
    "SendNowIntent": "session.yes_no:handle_yes",
    "SendThenIntent": "scheduling.schedule:handle_then",
    "ScheduledIntent": "scheduling.scheduled:handle_list",
    "CancelScheduledIntent": "scheduling.scheduled:handle_cancel",
    "RescheduleIntent": "scheduling.reschedule:handle",
    "ComposeIntent": "messages.send_message:handle_compose",
    "RecipientIntent": "messages.recipient:handle",
    "InsteadIntent": "messages.recipient:handle_instead",
    CORRECTION: "messages.correction:handle",
    "ChangeMessageIntent": "sent.change_message:handle",
    "AddToMessageIntent": "sent.change_message:handle_add",
    "ReactIntent": "reading.react:handle",
    "LikeIntent": "reading.react:handle_like",
    "HeartIntent": "reading.react:handle_heart",
    "ForwardIntent": "messages.forward:handle",
    "ReactionsIntent": "reading.reactions:handle",
    "UnsendIntent": "sent.undo:handle_unsend",
    "UnsendFromIntent": "sent.undo:handle_unsend_from",
    "UndoIntent": "sent.undo:handle_undo",
    "SendAgainIntent": "sent.send_again:handle",
    "DeliveryStatusIntent": "sent.delivery_status:handle",
    "OwnMessagesIntent": "sent.own_messages:handle",
    "TeachNameIntent": "settings.teach_name:handle",
    "ListNamesIntent": "settings.learned_names:handle_list",
    "ForgetNameIntent": "settings.learned_names:handle_forget",
    "ListPreferencesIntent": "settings.preferences:handle_list",
    "SetPreferenceIntent": "settings.preferences:handle_set",
    "SpeakingRateIntent": "settings.preferences:handle_rate",
    "DefaultConversationIntent": "settings.default_place:handle",
    "ReadBackIntent": "settings.preferences:handle_reading_back",
    ACCOUNT: "sharing.account:handle",
    **dict.fromkeys(UNSUPPORTED, "session.unsupported"),
    "WhoWasThatIntent": "reading.who_and_when:handle_who",
    "WhenWasThatIntent": "reading.who_and_when:handle_when",
    **dict.fromkeys(REQUESTS, "session.fallback:handle_request"),
    "ThanksIntent": "session.thanks:handle",
    "CourtesyIntent": "session.thanks:handle",
    "AMAZON.HelpIntent": "session.help:handle",
    "HowToIntent": "session.help:handle",
    "AMAZON.RepeatIntent": "session.repeat:handle",
    FALLBACK: "session.fallback:handle",
    "AMAZON.YesIntent": "session.yes_no:handle_yes",
    "AMAZON.NoIntent": "session.yes_no:handle_no",
}
"""What leaves a message in the making alone. It is offered again behind the answer, where that asks
nothing of its own; else the speaker is told that it was not sent."""

INSTEAD: Mapping[str, str] = {
    "ReadRepliesIntent": "reading.read_replies:handle",
    "ReadMentionsIntent": "reading.read_replies:handle_mentions",
    "ReadNewIntent": "reading.read_replies:handle_new",
    "ReadFromIntent": "reading.read_from:handle",
    "CountIntent": "reading.read_from:handle_count",
    "LastMessagesIntent": "reading.further_back:handle_last",
    "EarlierIntent": "reading.further_back:handle_earlier",
    "ReadingTimeIntent": "reading.reading_time:handle",
    "MarkReadIntent": "reading.read_from:handle_mark",
    "CatchUpIntent": "reading.read_from:handle_catch_up",
    "NextMessageIntent": "reading.read_on:handle_next",
    "SkipIntent": "reading.read_on:handle_skip",
    "AMAZON.PreviousIntent": "reading.read_on:handle_previous",
    "KeepUnreadIntent": "reading.keep_unread:handle",
    "AMAZON.StopIntent": "session.leave:handle",
    "AMAZON.NavigateHomeIntent": "session.leave:handle",
    "AMAZON.CancelIntent": "session.leave:handle_cancel",
    "NeverMindIntent": "session.leave:handle_cancel",
}
"""What turns to reading, or leaves: a message in the making is said not to be sent."""

INTENTS: Mapping[str, str] = {**BESIDE, **INSTEAD}
"""By intent: a module in this folder and its function; a module alone has them in HANDLERS."""


def handler_of(intent: str) -> Handler:
    """Return what answers an intent of the model."""
    name, _, function = INTENTS[intent].partition(":")
    module = import_module(f"skill.intents.{name}")
    found: Handler = getattr(module, function) if function else module.HANDLERS[intent]
    return found
