"""What the words before a dictated phrase lead to. Data."""

from enum import StrEnum


class Carrier(StrEnum):
    """Of the words that led to a phrase only their kind is known."""

    RECIPIENT = "recipient"
    """ "tell", "message", "let": whom it is for comes first."""
    TEXT = "text"
    """ "send", "post", "say": the text comes first, or "to Kevin", or nobody is named."""
    BARE = "bare"
    """Nothing: the whole sentence was dictated ("i'm on stage in two minutes")."""
    ASK = "ask"
    """ "ask": whom, then a question told of."""
    REMIND = "remind"
    WARN = "warn"
    HEADS_UP = "heads up"
    """ "give": "kevin a heads up that ..."."""
    HAVE = "have"
    """ "have", "get": "kevin ring the bank"."""
    THANK = "thank"
    WISH = "wish"
    CONGRATULATE = "congratulate"
    APOLOGIZE = "apologize"
    """ "apologize", "say sorry": "to kevin for ..."."""
    INVITE = "invite"

    @property
    def names_first(self) -> bool:
        """Whether whom it is for follows at once."""
        return self not in (Carrier.TEXT, Carrier.BARE)
