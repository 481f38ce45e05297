"""Whatever else a workspace holds: ties are never certain, strangers change nothing."""

from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings, strategies as st

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.english.likeness import alike
from postbox.directory.names.english.sounds import sound
from postbox.directory.names.spelling import aloud
from postbox.directory.names.words import words
from skill.understanding.carrier import Carrier
from skill.understanding.names.resolution import Certainty
from skill.understanding.understood import PhraseOutcome, Understood
from tests.skill.understanding.workspace import resolve, understanding

SOUNDING = (
    ("Sean", "Shawn", "Shaun"),
    ("Stephen", "Steven"),
    ("Kathryn", "Catherine", "Katherine"),
    ("Eric", "Erik"),
    ("Sara", "Sarah"),
    ("Marta",),
    ("Kevin",),
    ("Olga",),
)
LASTS = (("Thompson", "Thomson"), ("Smith", "Smyth"), ("Reid", "Reed"), ("Novak",), ("Oduya",))
PLACES = (("dev-ops", "devops", "dev_ops"), ("q3-planning", "q-3-planning"), ("lunch",))
OTHERS = (
    Person("U70", "Giselle Duarte"),
    Person("U71", "Bartosz Wolski", "bart"),
    Conversation("C70", "marketing", "channel"),
    Conversation("C71", "help-desk-us", "channel"),
)

firsts, lasts, places = (st.sampled_from(names) for names in (SOUNDING, LASTS, PLACES))
others = st.lists(st.sampled_from(OTHERS), unique=True)


def directory_of(*records: Person | Conversation) -> Directory:
    people = [record for record in records if isinstance(record, Person)]
    return Directory.of(people, [record for record in records if isinstance(record, Conversation)])


@given(st.data(), firsts, lasts, others, st.booleans())
def test_two_people_of_one_spelling_or_sound_are_never_certain(data, first, last, rest, in_front):
    one, other, said = (
        (data.draw(st.sampled_from(first)), data.draw(st.sampled_from(last))) for _ in range(3)
    )
    twins = [Person("U1", " ".join(one)), Person("U2", " ".join(other))]
    known = directory_of(*rest, *twins) if in_front else directory_of(*twins, *rest)
    for name in (" ".join(said), *said):
        assert resolve(name.casefold(), known).certainty is not Certainty.CERTAIN


@given(st.data(), firsts, others)
def test_a_display_name_can_tie_with_a_first_name(data, first, rest):
    one, other, said = (data.draw(st.sampled_from(first)) for _ in range(3))
    twins = [Person("U1", f"{one} Novak"), Person("U2", "Xiomara Bell", other)]
    found = resolve(said.casefold(), directory_of(*twins, *rest))
    assert found.certainty is not Certainty.CERTAIN


@given(st.data(), places, others)
def test_two_channels_that_are_said_alike_are_never_certain(data, place, rest):
    one, other, said = (data.draw(st.sampled_from(place)) for _ in range(3))
    twins = [Conversation("C1", one, "channel"), Conversation("C2", other, "group")]
    found = resolve(aloud(said), directory_of(*twins, *rest))
    assert found.certainty is not Certainty.CERTAIN


@given(st.data(), firsts, lasts, others)
def test_a_person_and_a_channel_that_are_said_alike_are_never_certain(data, first, last, rest):
    (one, family), (other, name) = (
        (data.draw(st.sampled_from(first)), data.draw(st.sampled_from(last))) for _ in range(2)
    )
    channel = Conversation("C1", f"{other}-{name}".casefold(), "channel")
    known = directory_of(*rest, Person("U1", f"{one} {family}"), channel)
    for said in (f"{one} {family}", f"{other} {name}"):
        assert resolve(said.casefold(), known).certainty is not Certainty.CERTAIN


# ---------------------------------------------------------------------------------- strangers

TEAM = (
    Person("U1", "Kevin Park", "kev", "kpark"),
    Person("U2", "Ana Lima"),
    Person("U3", "Stephen Thompson", "Steve"),
    Conversation("C1", "general", "channel"),
    Conversation("C2", "dev-ops", "channel"),
    Conversation("C3", "q3-planning", "channel"),
)
PHRASES = (
    (Carrier.TEXT, "running late to general"),
    (Carrier.TEXT, "the deploy is done in the dev ops channel"),
    (Carrier.TEXT, "lunch is here to kevin and ana"),
    (Carrier.TEXT, "a message to steven thomson saying hi"),
    (Carrier.TEXT, "call me to ana leema"),
    (Carrier.TEXT, "numbers are in to q three planning"),
    (Carrier.RECIPIENT, "kevin park i'm in the lobby"),
    (Carrier.RECIPIENT, "dev ops we're live"),
    (Carrier.RECIPIENT, "steve saying the build is green"),
    (Carrier.RECIPIENT, "ana and kevin that lunch is here"),
)
SYLLABLES = st.sampled_from(["zyq", "xul", "fuv", "wug", "yod", "zov", "bwu", "vug", "juz", "yux"])
STRANGE = st.lists(SYLLABLES, min_size=2, max_size=4).map("".join)


def strange_to(name: str, phrase: str) -> bool:
    heard = sound(name)
    known = [word.spoken for word in words(phrase)]
    together = [one + other for one, other in pairwise(known)]
    return all(alike(heard, sound(word)) < 0.5 for word in (*known, *together))


def outcome_of(carrier: Carrier, phrase: str, known: Directory) -> Understood:
    return understanding(known).understand(phrase, carrier)


@given(
    st.sampled_from(PHRASES),
    st.lists(st.tuples(STRANGE, STRANGE, st.booleans()), min_size=1, max_size=4),
    st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_unrelated_names_never_change_what_is_certain(spoken, names, in_front):
    carrier, phrase = spoken
    assume(all(strange_to(part, phrase) for *pair, _ in names for part in pair))
    strangers = [
        Person(f"U9{n}", f"{one.title()} {other.title()}", "", one)
        if is_person
        else Conversation(f"C9{n}", f"{one}-{other}", "channel")
        for n, (one, other, is_person) in enumerate(names)
    ]
    before = outcome_of(carrier, phrase, directory_of(*TEAM))
    assert before.outcome is PhraseOutcome.CERTAIN
    records = (*strangers, *TEAM) if in_front else (*TEAM, *strangers)
    assert outcome_of(carrier, phrase, directory_of(*records)) == before
