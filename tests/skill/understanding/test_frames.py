"""Plain texts put into many ways to say whom they are for, so that what is right is known.

No text of the sample speaks to anybody of the workspace, so whatever is posted without a question
goes to whom the frame names, in all the words of the text.
"""

from pathlib import Path

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.carrier import Carrier
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver

PEOPLE = (
    Person("U1", "Wei Zhang"),
    Person("U2", "Olu Okafor"),
    Person("U3", "Kevin Park"),
    Person("U4", "Priya Raman"),
    Person("U5", "Dmitri Volkov"),
)
CHANNELS = (Conversation("C1", "general", "channel"), Conversation("C2", "finance", "channel"))
judge = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH).judge

SEND, TELL = Carrier.TEXT, Carrier.RECIPIENT
FRAMES = (
    (SEND, "{}", ""),
    (SEND, "um {}", ""),
    (SEND, "a message saying {}", ""),
    (SEND, "wei {}", "U1"),
    (SEND, "wei a message saying {}", "U1"),
    (SEND, "a quick note to olu saying {}", "U2"),
    (SEND, "{} to olu", "U2"),
    (SEND, "{} to the finance channel", "C2"),
    (SEND, "{} to wei no to olu", "U2"),
    (TELL, "wei {}", "U1"),
    (TELL, "kevin park {}", "U3"),
    (TELL, "uh olu um {}", "U2"),
    (TELL, "wei and olu {}", "U1 U2"),
    (TELL, "wei no olu {}", "U2"),
    (TELL, "wei sorry i mean olu {}", "U2"),
    (TELL, "finance {}", "C2"),
)
PLAIN = Path(__file__).parents[3] / "local" / "second_look" / "plain.txt"
TEXTS = [line for line in PLAIN.read_text("utf-8").splitlines() if not line.startswith("#")]
SAMPLE = [text for text in TEXTS if not {"oscar", "sandra"} & set(text.split())][::900]
OFTEN = 0.6
"""At least so many of all phrases go out without a question."""


def posted(verdict):
    """Return whom a message goes to unasked, and its words; None where something is asked."""
    if verdict.action is not Action.SEND or verdict.is_doubtful:
        return None
    (message,) = verdict.messages
    ids = " ".join(sorted(candidate.id for candidate in message.recipients))
    return ids, message.text.casefold().rstrip("?")


def test_what_is_posted_unasked_is_the_text_for_whom_the_frame_names():
    unasked = 0
    for carrier, frame, who in FRAMES:
        for text in SAMPLE:
            found = posted(judge(frame.format(text), carrier))
            unasked += found is not None
            assert found in (None, (who, text)), (frame, text)
    assert unasked >= OFTEN * len(FRAMES) * len(SAMPLE)


@pytest.mark.parametrize(
    ("phrase", "carrier"),
    [
        ("priya has the only spanner", SEND),
        ("priya had the ladder last", SEND),
        ("priya and dmitri did a lovely job", SEND),
        ("there was nobody to wait on to olu", SEND),
        ("where is the switch on to olu", SEND),
        ("fill the tank on your way out to olu", SEND),
        ("there is only one bun left over to olu", SEND),
        ("please send the map to the ranger and a copy to olu", SEND),
        ("olu saying nothing is cowardly", TELL),
        ("wei saying yes was easy", TELL),
        ("olu uh tell them no", TELL),
        ("uh let me think about the roof first", SEND),
        ("olu um let her know it is dry", TELL),
        ("dmitri is priya coming by bus", SEND),
        ("finance how do they do that", SEND),
        ("finance priya's list is short", SEND),
        ("finance not before noon", SEND),
        ("one boat down one boat up to olu", SEND),
        ("every heater off every light on to olu", SEND),
        ("wei now that it is dry can we paint", TELL),
        ("come on over to olu", SEND),
        ("lock the shed to wei and olu to priya", SEND),
        ("finance is it still open", SEND),
        ("wei and kevin park or we could walk", TELL),
        ("wei priya and dmitri did the washing up", TELL),
        ("wei close the hatch to priya", SEND),
        ("kevin park where you like", TELL),
        ("kevin park in the yard we cleared", TELL),
    ],
)
def test_what_may_be_the_texts_own_is_asked(phrase, carrier):
    assert posted(judge(phrase, carrier)) is None


@pytest.mark.parametrize(
    ("phrase", "carrier", "who", "text"),
    [
        (
            "priya and dmitri have painted the fence",
            SEND,
            "",
            "priya and dmitri have painted the fence",
        ),
        ("no tram at four no tram at five", SEND, "", "no tram at four no tram at five"),
        ("wei no tram at four no tram at five", TELL, "U1", "no tram at four no tram at five"),
        ("uh we'll see about the roof", SEND, "", "we'll see about the roof"),
        ("uh see you at noon", SEND, "", "see you at noon"),
        ("uh yeah the roof is dry", SEND, "", "the roof is dry"),
        ("olu um right on cue", TELL, "U2", "right on cue"),
        ("wei sorry i mean olu rather not", TELL, "U2", "rather not"),
        ("olu uh where is the hatch", TELL, "U2", "where is the hatch"),
        ("uh let me think the roof is dry", SEND, "", "the roof is dry"),
        ("wei found it it was behind the shed", TELL, "U1", "found it it was behind the shed"),
        ("wei where do they sleep", SEND, "U1", "where do they sleep"),
        ("wei bring the other ladder", SEND, "U1", "bring the other ladder"),
        ("priya did anyone water the ferns", SEND, "U4", "did anyone water the ferns"),
        ("olu reading lamps are in the attic", TELL, "U2", "reading lamps are in the attic"),
        ("a note to olu reading the attic is dry", SEND, "U2", "the attic is dry"),
        ("we need to talk it over to olu", SEND, "U2", "we need to talk it over"),
        ("lock the shed to wei to priya and to olu", SEND, "U1 U2 U4", "lock the shed"),
        ("tea no juice yes", SEND, "", "tea no juice yes"),
        ("wei the message board is full", TELL, "U1", "the message board is full"),
        ("wei message the carpenter please", TELL, "U1", "message the carpenter please"),
        ("wei i mean olu rather you than me", TELL, "U2", "rather you than me"),
        (
            "wei zhang priya and dmitri have gone",
            TELL,
            "U1",
            "priya and dmitri have gone",
        ),
        ("kevin park how odd", TELL, "U3", "how odd"),
        ("kevin park where do they sleep", TELL, "U3", "where do they sleep"),
        ("finance is short of staples", SEND, "", "finance is short of staples"),
        ("wei saying yes please", TELL, "U1", "yes please"),
        ("wei saying no can we stay", TELL, "U1", "no can we stay"),
        (
            "please note that the gate is shut to wei",
            SEND,
            "U1",
            "please note that the gate is shut",
        ),
        ("the message could the porter come to olu", SEND, "U2", "could the porter come"),
    ],
)
def test_every_word_stays_where_it_belongs(phrase, carrier, who, text):
    assert posted(judge(phrase, carrier)) == (who, text)
