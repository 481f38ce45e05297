"""Everything that can go wrong with the mailbox, split by what a caller does about it.

MailboxError
    MailboxUnavailable   try again later: AWS refused, throttled or did not answer
        NotStorable      in vain: the table refuses this very item for good
        Unreadable       what everything else rests on cannot be read, until somebody mends it
    ConditionFailed      somebody else was first; read again and decide anew
    MalformedRecord      will never become readable; set it aside
        NewerRecord      a newer version of Earshot wrote it, which can read it
"""


class MailboxError(Exception):
    """Base of the mailbox's errors."""


class MailboxUnavailable(MailboxError):
    """The queue or the table did not take or give what was asked."""


class NotStorable(MailboxUnavailable):
    """An item is too large, or has a key or a value that the table does not take."""


class Unreadable(MailboxUnavailable):
    """An item that nothing can be done without is there, and nobody can read it."""


class ConditionFailed(MailboxError):
    """A conditional write found another state than it required."""


class MalformedRecord(MailboxError):
    """A record lacks a field, has one of a wrong type, or is of an unknown version."""


class NewerRecord(MalformedRecord):
    """A record is of a newer version than this one."""
