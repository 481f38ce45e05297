"""The app in the workspace: for whom it is installed, with which tokens and scopes."""

from collections.abc import Iterable

from local.workspace.team.entities import Installation, Person
from local.workspace.team.identifiers import Identifiers


class Installations:
    """Tokens that the app was given. A revoked one stays known, so that it can be told apart."""

    def __init__(self, identifiers: Identifiers) -> None:
        self._identifiers = identifiers
        self._by_token: dict[str, Installation] = {}

    def add(self, person: Person, scopes: Iterable[str]) -> Installation:
        """Install the app for a person with a new user token."""
        token = self._identifiers.token()
        self._by_token[token] = Installation(token, person, tuple(scopes))
        return self._by_token[token]

    def get(self, token: str) -> Installation | None:
        """Return what is known about a token."""
        return self._by_token.get(token)

    def all(self) -> list[Installation]:
        """Return every installation ever made, the first one first."""
        return list(self._by_token.values())

    def active(self) -> list[Installation]:
        """Return the installations whose tokens work."""
        return [i for i in self.all() if not i.revoked and not i.person.deleted]
