"""A request with a word beside it that is no part of one, or that is put right."""

from skill.understanding.requests.guessing import names_within
from skill.understanding.requests.nearly import put_right, read_nearly
from skill.understanding.requests.reading import may_ask
from skill.understanding.requests.request import HearRequest as Request, RequestKind as Kind

LOCALE = "en-US"


def test_a_word_that_calls_somebody_is_no_part_of_it():
    for said, kind, beside in (
        ("gaffer what is new", Kind.NEW, "gaffer"),
        ("any messages guvnor", Kind.NEW, "guvnor"),
        ("do I have replies captain sparrow", Kind.REPLIES, "captain sparrow"),
    ):
        found = read_nearly(said, LOCALE)
        assert found is not None, said
        assert (said, found.request.kind, found.beside) == (said, kind, beside)


def test_a_name_beside_it_is_whose_messages_are_asked_for():
    found = read_nearly("what's new fatima", LOCALE)
    assert found is not None
    assert found.of(found.beside) == Request(Kind.FROM, "fatima")


def test_what_the_speaker_is_calls_nobody_else():
    for said in ("any messages for the steward", "is there anything for the milkman"):
        found = read_nearly(said, LOCALE)
        assert found is not None, said
        assert (said, found.request) == (said, Request(Kind.NEW))


def test_more_than_a_call_is_not_passed_over():
    for said in ("what is new in the world of umbrellas and xylophones", "the umbrellas", "gladly"):
        assert (said, read_nearly(said, LOCALE)) == (said, None)


def test_what_is_put_right_counts():
    for said, name in {
        "anything from the cook i mean from tom": "tom",
        "messages from ana no wait wei": "wei",
        "read general sorry i mean design": "design",
    }.items():
        found = read_nearly(said, LOCALE)
        assert found is not None, said
        assert (said, found.request.name) == (said, name)
    assert put_right("the cook i mean from tom", LOCALE) == "tom"
    assert put_right("tom becker", LOCALE) == "tom becker"


def test_words_said_short_are_the_same():
    for said in ("anythin' new", "what's she sayin'", "what's happenin'"):
        assert read_nearly(said, LOCALE), said


def test_what_begins_like_a_request_may_ask_and_a_statement_does_not():
    for said in ("what a gwaan", "has the lorry gone", "read the runes", "anything in the runes"):
        assert may_ask(said, LOCALE), said
    for said in ("pallets in blue", "we have the crates", "please"):
        assert not may_ask(said, LOCALE), said


def test_names_are_looked_for_anywhere_the_longest_first():
    found = list(names_within("has tom becker called", LOCALE))
    assert found.index("tom becker") < found.index("tom")
    assert "has" not in found
