"""A listing of a workspace's names, and how far it has come. Pure."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar


class ListingStep(StrEnum):
    """What a listing is at; conversations come first, for the default one is among them."""

    CONVERSATIONS = "conversations"
    PEOPLE = "people"
    DONE = "done"


@dataclass(frozen=True)
class Listing:
    """A listing of one workspace as one user sees it, under way or complete."""

    VERSION: ClassVar[int] = 1

    team_id: str
    user_id: str
    started_at: float
    people_too: bool
    page_size: int
    step: ListingStep = ListingStep.CONVERSATIONS
    cursor: str = ""
    """Where the next page of this step begins; empty for the first one."""
    conversation_pages: int = 0
    people_pages: int = 0
    not_before: float = 0.0
    """Until then Slack wants to be left alone."""
    people_as_of: float | None = None
    """When the newest complete listing of people began; the same for conversations below."""
    conversations_as_of: float | None = None

    @property
    def is_complete(self) -> bool:
        """Whether every page is there."""
        return self.step is ListingStep.DONE

    @property
    def pages(self) -> int:
        """How many pages of this step are there."""
        return self.people_pages if self.step is ListingStep.PEOPLE else self.conversation_pages

    def with_page(self, cursor: str) -> "Listing":
        """Return the listing one page further; an empty cursor ends the step."""
        further = self._counted(self.pages + 1)
        if cursor:
            return replace(further, cursor=cursor)
        if self.step is ListingStep.CONVERSATIONS and self.people_too:
            return replace(further, cursor="", step=ListingStep.PEOPLE)
        return replace(further, cursor="", step=ListingStep.DONE)

    def from_the_first_page(self) -> "Listing":
        """Return the listing with this step begun again."""
        return replace(self._counted(0), cursor="")

    def _counted(self, pages: int) -> "Listing":
        if self.step is ListingStep.PEOPLE:
            return replace(self, people_pages=pages)
        return replace(self, conversation_pages=pages)
