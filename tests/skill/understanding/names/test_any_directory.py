"""What is sent accounts for every word; no other reading and no sign stands against it."""

from hypothesis import HealthCheck, given, settings, strategies as st

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.carrier import Carrier
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action, Verdict
from tests.skill.understanding.workspace import ENGLISH, resolver

MARGIN = 1.9
"""As docs/understanding.md promises it, whatever the code takes."""
FIRST = [
    "kevin",
    "ana",
    "rob",
    "robin",
    "mark",
    "will",
    "den",
    "ruth",
    "joy",
    "sam",
    "samantha",
    "al",
    "hope",
]
LAST = ["park", "lima", "hall", "cole", "stone", "otto", "see", "oh", "fisher", "reed"]
PLACES = [
    "general",
    "random",
    "sales",
    "lunch",
    "help",
    "dev-ops",
    "the-lounge",
    "k8s",
    "sf-office",
    "design",
]
LITTLE = [
    "to",
    "in",
    "the",
    "a",
    "and",
    "tell",
    "not",
    "no",
    "wait",
    "sorry",
    "that",
    "saying",
    "privately",
    "i'm",
    "he",
    "his",
    "is",
    "at",
    "ten",
    "me",
    "myself",
    "also",
    "same",
    "it",
    "again",
    "lunch",
    "ready",
    "late",
    "boss",
    "marketing",
    "call",
    "bring",
    "milk",
]
DIRECTORIES = st.tuples(
    st.lists(st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST)), max_size=5, unique=True),
    st.lists(st.sampled_from(PLACES), max_size=5, unique=True),
)
WORDS = st.sampled_from(FIRST) | st.sampled_from(LAST) | st.sampled_from(LITTLE)
TEXTS = st.sampled_from(
    [
        "i'm late",
        "the milk is here",
        "we gave the keys",
        "in a meeting until ten",
        "is late",
        "we lost the deal",
        "mark it done",
        "hall lights are off",
        "see you at ten",
        "he said yes",
    ]
)
LEADS = st.sampled_from(
    ["", "to", "in", "and", "or", "no wait", "with", "privately to", "just to", "um to", "no to"]
)
PHRASES = st.lists(
    WORDS | st.sampled_from(["general", "random", "sales", "lunch", "lounge", "ops", "dev"]),
    min_size=1,
    max_size=9,
)
CARRIERS = st.sampled_from([Carrier.TEXT, Carrier.RECIPIENT, Carrier.BARE, Carrier.ASK])


@st.composite
def scenes(draw):
    """Return a directory, and words that name those in it: names, a text, names again."""
    people, places = draw(DIRECTORIES)
    known = [*places, *(name for person in people for name in person)] or ["nobody"]
    named = [f"{draw(LEADS)} {draw(st.sampled_from(known))}" for _ in range(2)]
    before, behind = draw(st.sampled_from([(0, 1), (1, 0), (1, 1), (0, 2)]))
    return (people, places), [*named[:before], draw(TEXTS), *named[before : before + behind]]


def understanding_of(people: list[tuple[str, str]], places: list[str]) -> Understanding:
    """Return what understands phrases in a workspace of these names."""
    directory = Directory.of(
        (Person(f"U{first}-{last}", f"{first.title()} {last.title()}") for first, last in people),
        (Conversation(f"C{name}", name, "channel") for name in places),
    )
    return Understanding(resolver(directory), ENGLISH)


def sent_to(verdict: Verdict) -> set[str]:
    """Return the ids to which a verdict sends without a question; "default" among them."""
    if verdict.action is not Action.SEND:
        return set()
    return {
        identifier
        for message in verdict.messages
        for identifier in ([one.id for one in message.recipients] or ["default"])
    }


@given(st.tuples(DIRECTORIES, PHRASES) | scenes(), CARRIERS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=250)
def test_what_is_sent_accounts_for_every_word_and_has_no_rival(scene, carrier):
    directory, words = scene
    verdict = understanding_of(*directory).judge(" ".join(words), carrier)
    if verdict.action is not Action.SEND:
        return
    best, *others = verdict.readings
    assert None not in best.reading.roles(len(Phrase(best.phrase)))
    assert not verdict.signs
    for other in others:
        near = other.reading.score > best.reading.score - MARGIN
        known = other.reading.certainty is not Certainty.UNKNOWN
        assert not (near and known and other.posts != best.posts)


@given(
    st.tuples(DIRECTORIES, PHRASES) | scenes(),
    st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST)),
    st.sampled_from(PLACES),
    CARRIERS,
)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_new_name_never_turns_a_question_into_sending_to_somebody_else(
    scene, person, place, carrier
):
    (people, places), words = scene
    phrase = " ".join(words)
    before = understanding_of(people, places).judge(phrase, carrier)
    more = [*people, *([person] if person not in people else [])]
    further = [*places, *([place] if place not in places else [])]
    after = understanding_of(more, further).judge(phrase, carrier)
    new = {f"U{person[0]}-{person[1]}", f"C{place}"}
    if before.action in {Action.READ_BACK, Action.WHICH}:
        offered = {
            one.id
            for message in (*before.messages, *before.instead)
            for resolution in message.resolutions
            for one in resolution.candidates
        }
        offered |= (
            {"default"} if any(e.is_default for e in (*before.messages, *before.instead)) else set()
        )
        assert sent_to(after) <= offered | new
