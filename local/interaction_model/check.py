"""All the rules, in the order in which their findings are worth reading."""

from itertools import chain

from local.interaction_model import (
    rules_dialog,
    rules_elicitation,
    rules_names,
    rules_samples,
    rules_sizes,
)
from local.interaction_model.findings import Finding
from local.interaction_model.shape import shape

LOCALES = frozenset(
    {
        *("ar-SA", "de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX"),
        *("es-US", "fr-CA", "fr-FR", "hi-IN", "it-IT", "ja-JP", "nl-NL", "pt-BR"),
    }
)
"""The locales that custom skills can have."""


def check(document: object, locale: str) -> list[Finding]:
    """Return what Alexa would object to in a parsed model file; nothing when it is fine."""
    misshapen = list(shape(document))
    if misshapen or not isinstance(document, dict):
        return misshapen
    unknown_locale = (
        [] if locale in LOCALES else [Finding("the file name", f"Alexa has no locale {locale}.")]
    )
    return list(
        chain(
            unknown_locale,
            rules_names.invocation_name(document),
            rules_names.names(document),
            rules_names.required_intents(document),
            rules_samples.characters(document),
            rules_samples.slot_use(document),
            rules_samples.phrase_slots(document),
            rules_samples.repeated_samples(document, locale),
            rules_elicitation.slot_samples(document),
            rules_elicitation.swallowing(document),
            rules_sizes.slot_types(document),
            rules_sizes.slot_values(document),
            rules_sizes.synonyms(document),
            rules_sizes.sizes(document),
            rules_dialog.dialog(document),
            rules_dialog.prompts(document),
            rules_dialog.fallback_sensitivity(document, locale),
        )
    )
