"""Direct messages by person, as far as this worker opened them."""

MOST_REMEMBERED = 1000


class DirectMessages:
    """What was opened with which token; Slack gives the same conversation for each pair."""

    def __init__(self) -> None:
        """Know none yet."""
        self._opened: dict[tuple[str, str], str] = {}

    def known(self, token: str, user_id: str) -> str | None:
        """Return the conversation of the token's owner with this user, if it was opened here."""
        return self._opened.get((token, user_id))

    def remember(self, token: str, user_id: str, conversation_id: str) -> None:
        """Keep what Slack opened."""
        if len(self._opened) >= MOST_REMEMBERED:
            self._opened.clear()
        self._opened[token, user_id] = conversation_id
