"""What Alexa may take for a message though it is a command.

A sample with an AMAZON.SearchQuery slot is a carrier: "send {message}" takes whatever follows
"send". Which intent Alexa chooses is statistical, so the words of another intent's sample that
begins with a carrier ("send it again") may come as a message ("it again").
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from local.interaction_model import SIDE_BY_SIDE, Entity, Intent, InteractionModel
from local.interaction_model.builtins import PHRASE_TYPES, own_utterances
from local.interaction_model.rules_samples import SLOT
from local.sentence_templates.templates import Templates

REQUEST = "request"
"""The slot of requests to hear: the skill reads them whole, so that nothing of theirs is lost."""


def openings(templates: Templates) -> dict[str, list[str]]:
    """Return by its intent's name the words that an opening takes off, and how it goes on."""
    return {
        intent.name: [intent.opening, *intent.goes_on]
        for intent in templates.intents
        if intent.opening
    }


def swallowed(model: InteractionModel) -> dict[str, dict[str, list[str]]]:
    """Return `{intent: {tail: [intents]}}`, tails in alphabetical order.

    For each intent with a carrier: what another intent's sample leaves behind it, and whose sample
    that is. The carrier itself is not known to the skill, so these may be several.
    """
    samples = sorted(
        (words, intent.name)
        for intent in model.intents.values()
        for sample in (*intent.samples, *own_utterances(intent.name, model.locale))
        for words in _spoken(sample, intent, model.types)
    )
    return {
        intent.name: _tails(carriers, samples, intent.name)
        for intent in model.intents.values()
        if REQUEST not in {slot.name for slot in intent.slots} and (carriers := _carriers(intent))
    }


def _carriers(intent: Intent) -> list[str]:
    phrases = [f"{{{slot.name}}}" for slot in intent.slots if slot.type in PHRASE_TYPES]
    return [
        sample.removesuffix(phrase)
        for sample in intent.samples
        for phrase in phrases
        if sample.endswith(phrase)
    ]


def _tails(
    carriers: Iterable[str], samples: Sequence[tuple[str, str]], own: str
) -> dict[str, list[str]]:
    """Return what the samples, which stand in alphabetical order, have behind the carriers."""
    tails: defaultdict[str, set[str]] = defaultdict(set)
    for start in carriers:
        for at in range(bisect_left(samples, (start,)), len(samples)):
            sample, intent = samples[at]
            if not sample.startswith(start):
                break
            if intent != own:
                tails[sample.removeprefix(start)].add(intent)
    return {tail: sorted(tails[tail]) for tail in sorted(tails)}


def _spoken(sample: str, intent: Intent, types: Mapping[str, tuple[Entity, ...]]) -> Iterator[str]:
    """Yield a sample as it is said; slots side by side stand for the values of their types.

    What has other slots is not known word for word, and so not to the skill.
    """
    if SIDE_BY_SIDE not in sample:
        yield from () if SLOT.search(sample) else (sample,)
        return
    names = SLOT.findall(sample)
    slots = {slot.name: slot.type for slot in intent.slots}
    for values in product(*(_names(types[slots[name]]) for name in names)):
        said = sample
        for name, value in zip(names, values, strict=True):
            said = said.replace(f"{{{name}}}", value)
        yield said


def _names(entities: Iterable[Entity]) -> list[str]:
    return [name for entity in entities for name in entity.names]
