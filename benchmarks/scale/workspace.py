"""Workspaces of any size: the understanding benchmark's, grown by people and channels of its kind.

Names grow as they do in real directories: most newcomers share their first name with somebody, and
about every third brings a last name that nobody had yet.
"""

from collections.abc import Iterator
from random import Random

from benchmarks.understanding.made.workspace import workspace
from postbox.directory.entries import Conversation, Directory, Person

NEW_LAST_NAMES = 0.35
LEFT = 0.07
PRIVATE = 0.12
DIRECT, GROUPS = 400, 100
_ONSETS = "b br c ch d dr f fl g gr h j k kl kr l m n p pr r s sh st t tr v w y z"
_VOWELS = "a e i o u ai ee ia oo ou"
_CODAS = ["", "", "", "n", "r", "s", "l", "nd", "rt", "sk", "tz", "ck", "m"]
_TOPICS = (
    "alpha atlas audit beacon billing canary cargo cobalt delta ember falcon forge harbor "
    "helix indigo jasper kepler lagoon lumen mesa nimbus onyx orbit pebble quartz raven "
    "saffron summit tango umbra velvet willow xenon yonder zephyr"
)
_AREAS = (
    "apac backend brand budget carrier claims clinic community compliance devrel emea "
    "escalations fleet fraud growth hiring incidents kitchen latam launch logistics marketing "
    "mobile onboarding outages partners payroll pricing quality research retail sales "
    "security support travel"
)


def large(people: int, channels: int) -> Directory:
    """Return a workspace with so many people and channels, the same in every run."""
    base, rng = workspace().directory, Random(f"{people} {channels}")
    known = list(base.people.values())
    everybody = [*known, *_newcomers(known, people - len(known), rng)]
    there = [
        conversation
        for conversation in base.conversations.values()
        if conversation.kind in {"channel", "group"}
    ]
    more = _channels({conversation.name for conversation in there}, channels - len(there), rng)
    direct = [
        conversation
        for conversation in base.conversations.values()
        if conversation.kind not in {"channel", "group"}
    ]
    return Directory.of(everybody, [*there, *more, *direct])


def _newcomers(known: list[Person], number: int, rng: Random) -> Iterator[Person]:
    firsts = [person.real_name.split(" ")[0] for person in known]
    lasts = [person.real_name.split(" ")[-1] for person in known]
    for at in range(number):
        first = rng.choice(firsts)
        last = _name(rng) if rng.random() < NEW_LAST_NAMES else rng.choice(lasts)
        handle = f"{first}.{last}.{at}".lower()
        display = rng.choice(["", "", first, f"{first} {last}", f"{first} {last[0]}."])
        yield Person(f"UX{at:07}", f"{first} {last}", display, handle, rng.random() >= LEFT)


def _name(rng: Random) -> str:
    syllables = (
        rng.choice(_ONSETS.split()) + rng.choice(_VOWELS.split()) + rng.choice(_CODAS)
        for _ in range(rng.randint(2, 3))
    )
    return "".join(syllables).capitalize()


def _channels(taken: set[str], number: int, rng: Random) -> Iterator[Conversation]:
    made, topics, areas = 0, _TOPICS.split(), _AREAS.split()
    while made < number:
        name = f"{rng.choice(topics)}-{rng.choice(areas)}-{rng.choice([*areas, *topics])}"
        if rng.random() < 0.3:
            name += f"-{rng.randint(1, 40)}"
        if name not in taken:
            taken.add(name)
            kind = "group" if rng.random() < PRIVATE else "channel"
            yield Conversation(f"CX{made:07}", name, kind)
            made += 1
