"""What Earshot asks Slack for, and what each scope is for in words. Pure."""

from collections.abc import Iterable

_PURPOSES = {
    "post what you say, as you": ("chat:write",),
    "know your channels and direct messages by name": (
        "channels:read",
        "groups:read",
        "im:read",
        "mpim:read",
        "users:read",
    ),
    "read aloud what is new in channels": ("channels:history", "groups:history"),
    "read aloud your direct messages": ("im:history", "mpim:history"),
    "begin direct messages, and mark as read what you heard": (
        "channels:write",
        "groups:write",
        "im:write",
        "mpim:write",
    ),
    "tell you when a group that you are in is called": ("usergroups:read",),
    "add reactions, and tell you of those to your messages": ("reactions:read", "reactions:write"),
}

SCOPES = tuple(scope for scopes in _PURPOSES.values() for scope in scopes)
PURPOSES = tuple(_PURPOSES)


def lacking(granted: Iterable[str]) -> list[str]:
    """Return in words what will not work, or not everywhere, with these scopes alone."""
    have = set(granted)
    return [purpose for purpose, scopes in _PURPOSES.items() if not have.issuperset(scopes)]
