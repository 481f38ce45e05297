"""Unheard messages as lines to be spoken, and lines as text: the sender once per run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from postbox.inbox.message import AttentionReason, InboxMessage
from skill.reading.planning.places import Parents, place, thread
from skill.reading.planning.stored import told
from skill.reading.planning.unheard import Waiting
from skill.reading.planning.written_at import day, was_edited_later
from skill.rendering.listener import Listener
from skill.speech.keys import Key
from skill.speech.phrases import Phrases
from skill.speech.said import Said, Sentence, Value, sentence
from skill.speech.sentences import begun, joined
from skill.speech.ssml import in_language


@dataclass(frozen=True)
class Line:
    """One message, or a part of one, as it is told."""

    author: str
    place: str
    """The conversation or thread to name; "" where it need not be said."""
    day: str
    """When, as it is said; "" for today."""
    text: str
    language: str = ""
    """In which the text is written, where that is certain: "de"."""
    is_action: bool = False
    is_edited: bool = False
    """Whether it was edited so late that others may have read it as it was."""
    goes_on: bool = False
    """Whether the beginning was spoken earlier."""
    is_change: bool = False
    """Whether the message was heard as it was before."""
    begins_again: bool = False
    """Whether the beginning was spoken earlier, and the message was edited since."""

    @property
    def run(self) -> tuple[object, ...]:
        """What lines of one run have in common."""
        alone = self.is_action or self.goes_on or self.begins_again or self.is_change
        return self.author, self.place, self.day, alone, self.is_action


_RUNS: Mapping[tuple[bool, bool, bool], Key] = {
    (False, False, False): "says",
    (False, False, True): "says_when",
    (False, True, False): "says_in",
    (False, True, True): "says_in_when",
    (True, False, False): "does",
    (True, False, True): "does_when",
    (True, True, False): "does_in",
    (True, True, True): "does_in_when",
}
"""The sentence for a run: whether it is an action, names its place, and says when."""


@dataclass(frozen=True)
class Lines:
    """Makes lines for one answer."""

    listener: Listener
    parents: Parents
    names_places: bool
    """Whether conversations are named even where they might be guessed."""
    here: str = ""
    """The conversation that needs no naming: it was asked for, or is being read."""
    _made: dict[Waiting, Line] = field(default_factory=dict, init=False, repr=False, compare=False)

    def line(self, waiting: Waiting) -> Line:
        """Return a whole message as a line; an answer asks for it more than once."""
        if waiting not in self._made:
            self._made[waiting] = self._line(waiting)
        return self._made[waiting]

    def _line(self, waiting: Waiting) -> Line:
        message, listener = waiting.message, self.listener
        rendered = told(message, listener)
        return Line(
            author=rendered.author,
            place=self._place(waiting, rendered.author),
            day=day(message.ts, listener),
            text=rendered.words,
            language="" if rendered.is_action else message.language,
            is_action=rendered.is_action,
            is_edited=was_edited_later(message.ts, message.edited_ts),
            is_change=waiting.reason is AttentionReason.EDITED,
        )

    def shortened(self, text: str) -> str:
        """Return the beginning of a text with what is said of its rest."""
        return joined([text, self.listener.phrases.plain("the_rest_is_in_slack")])

    def _place(self, waiting: Waiting, author: str) -> str:
        message, phrases = waiting.message, self.listener.phrases
        where = "" if self._is_obvious(waiting, message) else place(message, self.listener)
        if where == author:
            # A direct message that came without its kind.
            where = ""
        within = thread(message, self.parents, self.listener)
        if where and within:
            return phrases.plain("a_thread_in", thread=within, conversation=where)
        return within or where

    def _is_obvious(self, waiting: Waiting, message: InboxMessage) -> bool:
        if message.conversation_id == self.here:
            return True
        # After one's own post there, and answered where one is known to be.
        expected = waiting.reason in {AttentionReason.REPLY, AttentionReason.THREAD}
        return expected and not self.names_places


def as_said(lines: Sequence[Line], phrases: Phrases) -> Said:
    """Return lines as sentences; a day is said where it differs from that of the line before."""
    said, before = [], ""
    for _, group in groupby(lines, key=lambda line: line.run):
        run = list(group)
        day_of_run = run[0].day
        when = "" if day_of_run == before else day_of_run or phrases.plain("today")
        said.append(_run(run, when, phrases))
        before = day_of_run
    return tuple(said)


def _run(run: Sequence[Line], when: str, phrases: Phrases) -> Sentence:
    first = run[0]
    if first.goes_on:
        return sentence("goes_on", author=first.author, text=_text(first, phrases))
    if first.is_change:
        text = joined(line.text for line in run)
        if first.place:
            return sentence("changes_in", author=first.author, conversation=first.place, text=text)
        return sentence("changes", author=first.author, text=text)
    if first.begins_again:
        return sentence("begins_again", author=first.author, text=_text(first, phrases))
    texts = tuple(_text(line, phrases) for line in run)
    facts: dict[str, Value] = {"author": first.author, "text": texts}
    if first.place:
        facts["conversation"] = first.place
    if when:
        begins = first.is_action and not first.place
        facts["day"] = begun(when) if begins else when
    return sentence(_RUNS[first.is_action, bool(first.place), bool(when)], **facts)


def _text(line: Line, phrases: Phrases) -> Sentence:
    text = in_language(line.text, line.language, phrases.locale)
    begins_anew = line.goes_on or line.begins_again
    key: Key = "edited_text" if line.is_edited and not begins_anew else "as_is"
    return sentence(key, text=text)
