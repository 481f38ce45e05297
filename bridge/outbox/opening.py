"""The direct message with a person, opened before anything is posted in it.

Opening makes no message and gives the same conversation each time, so that a call whose outcome is
unknown is simply made again. Once open, the receipt names the conversation: whoever goes on with
the message reads back and posts there.
"""

from dataclasses import replace

from bridge.outbox.calls import Calls
from bridge.outbox.delays import backoff, patience
from bridge.outbox.ending import Ending
from bridge.outbox.outcome import Outcome
from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear
from bridge.slack.verdicts import Act, judge
from postbox.outbox.message import is_user_id
from postbox.outbox.receipt import FailureReason, Receipt


class Opening:
    """Finds out where the message of one attempt goes."""

    def __init__(self, calls: Calls, end: Ending) -> None:
        """Open with these calls; what cannot be opened ends so."""
        self._calls = calls
        self._end = end

    def opened(self, receipt: Receipt) -> Receipt | Outcome:
        """Return the receipt with the conversation, or how the attempt ended.

        Raises SlackRefused where the refusal says something of the token or the workspace, and
        SlackUnreachable.
        """
        if not is_user_id(receipt.conversation_id):
            return receipt
        try:
            conversation_id = self._calls.open(receipt.conversation_id)
        except SlackUnclear as unclear:
            return self._end.again(receipt, f"opening: {unclear}", backoff(receipt))
        except SlackLimited as limited:
            # Slack limits each method by itself: conversations that are open can be posted to.
            return self._end.again(receipt, "opening limited", patience(receipt, limited.seconds))
        except SlackRefused as refused:
            return self._refused(receipt, refused)
        return replace(receipt, conversation_id=conversation_id)

    def _refused(self, receipt: Receipt, refused: SlackRefused) -> Outcome:
        verdict = judge(refused.code)
        if verdict.act not in {Act.GIVE_UP, Act.DONE}:
            raise refused
        if receipt.maybe_posted_since is not None:
            return self._end.doubt(receipt, f"opening: {refused.code}")
        return self._end.fail(receipt, verdict.reason or FailureReason.OTHER, refused.code)
