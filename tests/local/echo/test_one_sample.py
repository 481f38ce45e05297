"""Where the Echo sees by itself what an utterance is, it sees what hassil would."""

from hassil import recognize_all
from hypothesis import example, given, strategies as st

from local.echo.utterances.numbers import four_digit_list, ordinal_list
from local.echo.utterances.sample import ANYTHING, Sample
from local.echo.utterances.words import words

LISTS = {
    ANYTHING: {"wildcard": True},
    "MANNER": {"values": ["slowly", "very slowly", "in full"]},
    "ordinal": ordinal_list("en"),
    "four_digits": four_digit_list(),
}
SAMPLES = [
    Sample(0, "Intent", template, "en", LISTS, {"x": frozenset({"slowly", "in full"})})
    for template in (
        "{anything:x}",
        "read {anything:x}",
        "{anything:x} now",
        "read in {anything:x} in full now",
        "read {MANNER:x} {MANNER:y}",
        "{MANNER:x} {MANNER:y}",
        "{ordinal:x}",
        "the {ordinal:x} one",
        "{four_digits:x}",
        "code {four_digits:x} {four_digits:y}",
        "{four_digits:x} {anything:y}",
    )
]
SPOKEN = ["read", "in", "full", "now", "slowly", "very", "the", "second", "one", "first", "4821"]
SPOKEN += ["7", "code,", "it's"]
utterances = st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=7).map(" ".join)


@given(utterances, st.sampled_from(SAMPLES))
@example("read in slowly in full now", SAMPLES[3])
@example("read very slowly in full", SAMPLES[4])
@example("very slowly in full", SAMPLES[5])
@example("code 4821 4821", SAMPLES[9])
def test_an_utterance_is_a_sample_when_hassil_says_so(text, sample):
    said = words(text)
    spoken = " ".join(word.spoken for word in said)
    found = recognize_all(spoken, sample._intents)
    assert list(sample.matches(text, said, spoken)) == [
        sample._match(text, said, result) for result in found
    ]
