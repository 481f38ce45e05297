"""What is called to an animal, a child or somebody in the way, and is no message. Pure.

"Steady girl", "in you come", "no biting", "oscar put the stick down", "look at this clown".
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes

_FORBIDDEN = 3
_OWN = 3
_MOVED = 3


class Calls:
    """Hears what is called out in one language."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        lists, signs = language.no_message, language.signs
        self._language = language
        self._lists = lists
        self._names = names
        self._shapes = shapes
        self._leads = signs["discourse"] | signs["interjections"] | lists["noises"] | lists["cries"]
        self._called = lists["called_to"] | signs["called_in_the_room"] | signs["fond_names"]
        self._told_of = language.be | language.modals | language.conjunctions | signs["joins"]
        self._told_of |= signs["third_verbs"] | signs["past_verbs"] | language.adverbs
        self._told_of |= language.prepositions | language.to | language.into | language.at
        self._told_of |= language.times | signs["greetings"]
        self._no = signs["bare_no"]

    def to_an_animal(self, spoken: NameWords) -> int:
        """Return how many words in front are called to a dog, a horse or a child; 0 for none."""
        start = self._start(spoken)
        alone = longest_at(self._lists["alone_to_an_animal"], spoken, start)
        if alone and self._ends_so(spoken, start + alone):
            return len(spoken)
        moved = self._moved(spoken, start)
        if moved:
            return moved
        at, orders = start, 0
        while length := longest_at(self._lists["called_to_an_animal"], spoken, at):
            at, orders = at + length, orders + 1
        called = longest_at(self._called, spoken, at)
        if not (orders and called):
            return 0
        end = at + called
        again = longest_at(self._lists["called_to_an_animal"], spoken, end)
        return end + again if again or end == len(spoken) else 0

    def forbids(self, spoken: NameWords) -> bool:
        """Whether it is "no biting", "no jumping up" and nothing more."""
        if spoken[:1] not in self._no or not 1 < len(spoken) <= _FORBIDDEN:
            return False
        particles = self._language.complements.particles
        return spoken[1].endswith("ing") and all(word in particles for word in spoken[2:])

    def somebody_else(self, spoken: NameWords) -> str:
        """Return a first name in front that nothing is told of: "oscar put the stick down"."""
        language, first = self._language, spoken[0]
        is_name = first in language.given_names and first not in language.words
        in_full = self._names.named(spoken, 0) > 1
        if not is_name or in_full or len(spoken) == 1 or spoken[1:2] in self._told_of:
            return ""
        own = spoken[1:2] in language.signs["own_subjects"] | language.signs["scolded"]
        forms = language.complements
        ordered = forms.is_base(spoken[1]) and forms.irregular(spoken[1]) is None
        scolded = longest_at(language.signs["scolding"], spoken, 1)
        return first if own or scolded or ordered else ""

    def own_things(self, spoken: NameWords, text: str) -> bool:
        """Whether it is "(put) your boots on we're late": an order, and nothing told of them.

        "Your boot's on my desk", "your boots on the step are wet" tell something.
        """
        if spoken[:1] not in self._language.signs["your"] or "'s " in text.replace("\u2019", "'"):
            return False
        goes_on = self._language.signs["own_subjects"] | self._lists["contracted_subjects"]
        goes_on |= self._language.conjunctions | self._language.politeness | self._language.times
        for at in range(2, min(len(spoken), _OWN + 1)):
            if spoken[at : at + 1] in self._lists["worn_or_put"]:
                told = any(self._shapes.is_verb(spoken, place) for place in range(2, at))
                ends = at + 1 == len(spoken) or spoken[at + 1 : at + 2] in goes_on
                return ends and not told and not self._shapes.surely_tells(spoken[1:at])
        return False

    def insult(self, spoken: NameWords) -> str:
        """Return "this clown", "you muppet": somebody in the way; "" where nobody is abused.

        "Thanks for the cake you muppets" is said fondly.
        """
        if longest_at(self._lists["fondly"], spoken, self._start(spoken)):
            return ""
        for at in range(1, len(spoken)):
            abused = longest_at(self._lists["insults"], spoken, at)
            if abused and longest_before(self._lists["points_at"], spoken, at):
                return " ".join(spoken[at - 1 : at + abused])
        return ""

    def recalls(self, spoken: NameWords) -> bool:
        """Whether things are listed until one does not come to mind: "milk bread what else"."""
        length = longest_before(self._lists["recalling"], spoken, len(spoken))
        which = self._lists["which_of_them"] | self._language.signs["number_words"]
        if spoken[-1:] in self._lists["of_a_list"] and spoken[-2:-1] in which:
            asks = longest_before(self._lists["recalling_which"], spoken, len(spoken) - 2)
            length = asks + 2 if asks else length
        listed = spoken[: len(spoken) - length] if length else ()
        return bool(listed) and not self._shapes.surely_tells(listed)

    def _start(self, spoken: NameWords) -> int:
        at = 0
        while (length := longest_at(self._leads, spoken, at)) and not longest_at(
            self._lists["called_to_an_animal"], spoken, at
        ):
            at += length
        return at

    def _ends_so(self, spoken: NameWords, at: int) -> bool:
        return at == len(spoken) or at + longest_at(self._called, spoken, at) == len(spoken)

    def _moved(self, spoken: NameWords, at: int) -> int:
        """Return where "in you come", "up you get" ends that begins here, soon; 0 for none."""
        lists = self._lists
        for place in range(at, min(len(spoken) - 2, at + _MOVED + 1)):
            inverted = spoken[place : place + 1] in lists["directions_to_somebody"]
            you = spoken[place + 1 : place + 2] in lists["you"]
            if inverted and you and spoken[place + 2 : place + 3] in lists["moves"]:
                led = spoken[at:place]
                return place + 3 if not led or longest_at(self._called, spoken, place - 1) else 0
        return 0
