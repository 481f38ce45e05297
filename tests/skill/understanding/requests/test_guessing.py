"""What a question may be about that is no request."""

from skill.understanding.requests.guessing import names_at_the_end, subject
from skill.understanding.requests.request import HearRequest as Request, RequestKind as Kind
from skill.understanding.requests.roundabout import read_one_more

LOCALE = "en-US"


def test_its_subject_is_what_no_request_has():
    for said, meant in {
        "is the bridge open yet": ("bridge",),
        "did they find the compressor": ("compressor",),
        "when does the inspector land": ("inspector",),
        "what did people say": (),
    }.items():
        assert (said, subject(said, LOCALE)) == (said, meant)


def test_a_name_may_stand_at_its_end():
    assert list(names_at_the_end("the story with the q four okrs", LOCALE)) == ["the q four okrs"]
    assert list(names_at_the_end("on eng on call", LOCALE)) == ["eng on call", "call"]
    assert list(names_at_the_end("is the bridge open yet", LOCALE)) == []


def test_behind_a_reading_a_name_asks_for_more():
    for said, name in {
        "and in general": "general",
        "and from Ana": "Ana",
        "and Tom": "Tom",
    }.items():
        assert (said, read_one_more(said, LOCALE)) == (said, Request(Kind.FROM, name))


def test_what_is_no_name_asks_for_nothing_more():
    for said in ("general", "and what did he say", "and i wrote it", "and the van is here at last"):
        assert (said, read_one_more(said, LOCALE)) == (said, None)
