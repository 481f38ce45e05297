"""Whether a name before words is the subject of which they tell. Pure.

"Ana has the key" tells of Ana; "ana, how do they do that" is a sentence with a subject of its own.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.complements import Verb
from skill.understanding.language import Language, longest_at
from skill.understanding.sentences.verbs import Verbs

_TOLD_OF = 2
_SOON = 4


class Subjects:
    """Tells for one language whose verb it is that stands behind a name."""

    def __init__(self, language: Language, verbs: Verbs) -> None:
        """Use this language's lists."""
        self._language = language
        self._signs = language.signs
        self._verbs = verbs

    def may_have_one_before(self, spoken: NameWords, at: int) -> bool:
        """Whether "has", "did" there may be told of who is named before, and ask nothing.

        So it is with "has the only key", "did a great job": nothing is done there by a subject of
        their own; in "has the van left" and "did anyone call" something is.
        """
        if spoken[at : at + 1] not in self._signs["owned_or_done"]:
            return False
        joints = self._language.conjunctions
        ends = (end for end in range(at + 1, len(spoken)) if spoken[end : end + 1] in joints)
        clause = spoken[at : next(ends, len(spoken))]
        told = range(_TOLD_OF, len(clause))
        return not any(
            self._verbs.kinds_at(clause, place) or clause[place].endswith("ed") for place in told
        ) and not self._language.complements.is_motion(clause[-1])

    def surely_has_one_before(self, spoken: NameWords, at: int) -> bool:
        """Whether "have shifted", "had left" stand there, which ask nothing."""
        following, forms = "".join(spoken[at + 1 : at + 2]), self._language.complements
        done = following.endswith("ed") or forms.irregular(following) is not None
        helps = spoken[at : at + 1] in self._signs["done_before"]
        return helps and done and not forms.is_base(following)

    def begins_behind(self, spoken: NameWords, at: int) -> bool:
        """Whether a text surely begins there, and no word earlier: "park, how odd".

        "Park where you like" is an order, "ask how they are" one to ask, and "a message" a thing.
        """
        signs, text = self._signs, spoken[at:]
        if spoken[at - 1 : at] in self._language.determiners:
            return False
        exclaims = text[:1] in signs["asking_openly"] and text[1:2] not in signs["own_subjects"]
        asks = Verb.ASKING in self._language.complements.kinds(spoken[at - 1])
        begins = self._asks_or_orders(text) or longest_at(signs["greetings"], text, 0) > 0
        return len(text) > 1 and not asks and (exclaims or begins)

    def is_of_its_own(self, spoken: NameWords) -> bool:
        """Whether words are a sentence of which a name before them is no subject.

        They ask ("how do they ..."), order ("move your bike"), or have a subject of their own soon
        ("for the record i was against it").
        """
        language, signs = self._language, self._signs
        first = spoken[:1]
        if self._asks_or_orders(spoken):
            return True
        joins = language.conjunctions | language.relatives | signs["told_of_by"] | signs["wh_words"]
        if first in joins | signs["number_words"] | signs["asking_openly"]:
            return False
        subjects = (
            at
            for at in range(min(_SOON, len(spoken)))
            if spoken[at : at + 1] in signs["own_subjects"]
        )
        own = next(subjects, 0)
        return own > 0 and not any(self._verbs.kinds_at(spoken, at) for at in range(own))

    def _asks_or_orders(self, spoken: NameWords) -> bool:
        """Whether words begin like "how do they ...", "what's ...", "move your bike"."""
        language, signs = self._language, self._signs
        first, following = spoken[:1], spoken[1:2]
        if first in signs["contracted_questions"]:
            return True
        if first in signs["asking_openly"]:
            helps = language.be | language.modals | signs["helping_verbs"]
            asked = any((word,) in helps for word in spoken[1:_SOON])
            return asked and following not in signs["own_subjects"]
        things = language.definite | language.indefinite | language.determiners
        orders = language.complements.is_base("".join(first)) and first not in signs["past_alike"]
        return orders and following in things - language.be
