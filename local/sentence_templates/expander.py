"""Sentence templates written out as the samples that Alexa takes, by hassil."""

from collections.abc import Iterable, Iterator, Mapping

from hassil.errors import MissingRuleError
from hassil.expression import Sentence
from hassil.parse_expression import ParseExpressionError, parse_sentence
from hassil.parser import ParseError
from hassil.sample import sample_sentence

from local.sentence_templates.templates import TemplateError


class Expander:
    """Writes templates out; the rules are those of a language."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        """Take the rules that sentences may name as `<rule>`."""
        self._rules = {name: _parsed(body) for name, body in rules.items()}

    def samples(self, sentences: Iterable[str]) -> list[str]:
        """Return what the sentences stand for, in their order, each once."""
        return list(
            dict.fromkeys(written for text in sentences for written in self._written_out(text))
        )

    def _written_out(self, text: str) -> Iterator[str]:
        try:
            for sampled in sample_sentence(
                _parsed(text), expansion_rules=self._rules, expand_lists=False
            ):
                sample = " ".join(sampled.split())
                if sample:
                    yield sample
        except MissingRuleError as error:
            raise TemplateError(f'"{text}" names a rule that is not there: {error}') from error


def _parsed(text: str) -> Sentence:
    try:
        return parse_sentence(text, keep_text=True)
    except (ParseError, ParseExpressionError) as error:
        raise TemplateError(f'"{text}" cannot be read: {error}') from error
