"""Whether a text is a clause without its sentence: "if he calls then", "because the van". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.sentences.shapes import Shapes

_REST = 4
"""So many words may follow the clause's verb; behind more the sentence may be told without one."""
_NAMED = 4
"""So many words may name the clause's subject."""
_TWO = 2


class HalfClause:
    """Looks for the sentence behind a "when", an "if" or a "because" of one language."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists."""
        lists, signs = language.no_message, language.signs
        self._language = language
        self._lists = lists
        self._shapes = shapes
        self._openers = lists["clause_openers"] | lists["clause_openers_with_a_noun"]
        self._subjects = (language.subjects | language.pronouns | language.before_nouns) - (
            language.prepositions | language.into | lists["places_over"]
        )
        self._finite = signs["clause_words"] | signs["third_verbs"]
        self._finite -= lists["not_finite"] | language.adverbs
        self._governs = language.be | language.modals | language.to | language.before_nouns
        self._governs |= language.conjunctions | language.prepositions | signs["own_subjects"]
        self._leads = (signs["discourse"] - lists["verbs_too"]) | signs["joins"] | language.that
        self._asking = signs["wh_words"] | signs["asking_words"] | language.relatives
        self._contracted = signs["contracted"] | lists["contracted_subjects"]
        self._tells_of = signs["own_subjects"] | language.pronouns
        self._verbs = self._finite | self._contracted - language.pronouns

    def is_half(self, spoken: NameWords, *, may_answer: bool = False) -> bool:
        """Whether words are no more than such a clause.

        `may_answer` tells that somebody is named: "because the lock is broken" may answer them.
        """
        at = self._behind_leads(spoken)
        opener = longest_at(self._openers, spoken, at)
        if not opener or longest_at(self._lists["no_openers"], spoken, at):
            return self._breaks_off(spoken)
        if may_answer and spoken[at : at + opener] in self._lists["answering_openers"]:
            return self._lacks_a_verb(spoken[at + opener :])
        whole = longest_at(self._lists["whole_conditions"], spoken, at)
        if at + whole == len(spoken):
            return False
        rest = spoken[at + opener :]
        if spoken[at : at + opener] in self._lists["clause_openers_with_a_noun"]:
            # "After the talk there's wine" may begin with a time.
            is_clause = rest[:1] in self._language.signs["own_subjects"] | self._contracted
            return (is_clause or rest[-1:] in self._lists["then"]) and self._lacks_its_sentence(
                rest
            )
        return self._lacks_a_verb(rest) or self._lacks_its_sentence(rest)

    def _behind_leads(self, spoken: NameWords) -> int:
        at = 0
        while length := longest_at(self._leads, spoken, at):
            at += length
        return at

    def _lacks_a_verb(self, rest: NameWords) -> bool:
        """Whether "the trailer" is all that follows: not "after the meeting", which tells when."""
        if not self._is_subject(rest) or len(rest) > _NAMED:
            return False
        return self._verb(rest) is None and not self._may_be_a_verb(rest)

    def _lacks_its_sentence(self, rest: NameWords) -> bool:
        """Whether a whole clause is all there is: "he calls then", "it rains tomorrow"."""
        verb = self._verb(rest) if self._is_subject(rest) else None
        if verb is None:
            return False
        ends = len(rest) > _TWO and rest[-1:] in self._lists["then"]
        behind = rest[: len(rest) - ends]
        if any(self._begins_a_sentence(behind, at, verb) for at in range(verb + 1, len(behind))):
            return False
        return ends or len(rest) - verb - 1 <= _REST

    def _breaks_off(self, spoken: NameWords) -> bool:
        """Whether a sentence ends in such a clause without a verb: "it is off because the pump"."""
        for at in range(len(spoken) - _TWO, _TWO, -1):
            opener = longest_at(self._lists["breaking_off"], spoken, at)
            rest = spoken[at + opener :]
            if opener:
                led = rest[:1] in self._language.determiners and 1 < len(rest) < _NAMED
                return led and self._verb(rest) is None and not self._may_be_a_verb(rest)
        return False

    def _is_subject(self, rest: NameWords) -> bool:
        word = rest[:1]
        is_name = bool(word) and word[0] in self._language.given_names - self._language.words
        return word in self._subjects or word in self._contracted or is_name

    def _verb(self, rest: NameWords) -> int | None:
        """Return where the clause has its verb: in its first word where that is "it's"."""
        if rest[:1] in self._contracted:
            return 0
        told = (
            at
            for at in range(1, len(rest))
            if rest[at : at + 1] in self._verbs or self._shapes.is_verb(rest, at)
        )
        return next(told, None)

    def _may_be_a_verb(self, rest: NameWords) -> bool:
        """Whether a word behind the noun may be one: "the hose perished", "the suns out"."""
        forms, behind = self._language.complements, rest[_TWO:]
        if any(word.endswith(("ed", "s", "nt")) for word in rest[1:]) and behind:
            return True
        return any(forms.irregular(word) is not None or forms.kinds(word) for word in behind)

    def _begins_a_sentence(self, rest: NameWords, at: int, verb: int) -> bool:
        """Whether the sentence begins there: "we stop", "could you", "tell him", "how late"."""
        word, before = rest[at : at + 1], rest[at - 1 : at]
        if at + 1 < len(rest):
            follows = self._tells(rest, at + 1)
            if word in self._contracted or (word in self._tells_of and follows):
                return True
        if word in self._finite or word in self._asking:
            return at > verb + 1
        if longest_at(self._language.signs["greetings"], rest, at) >= _TWO:
            return True
        forms = self._language.complements
        if word in self._language.adverbs or rest[at] in forms.particles or before in self._governs:
            return False
        return forms.is_base(rest[at]) and self._shapes.is_verb(rest, at)

    def _tells(self, rest: NameWords, at: int) -> bool:
        adverb = rest[at : at + 1] in self._language.adverbs
        return rest[at : at + 1] in self._finite or self._shapes.is_verb(rest, at) or adverb
