"""A digest tells who, how many, and what about in somebody's own words."""

import pytest

from skill.reading.planning.digest.overview import closer, overview
from skill.rendering.choices import Saying
from skill.speech.phrases import Phrases
from tests.skill.reading.planning.new import LISTENER, heeding, news

K, A, M, Z, O = "U2", "U3", "U4", "U5", "U6"  # noqa: E741


PHRASES = Phrases("en-US")


def told(*given, is_all: bool = True) -> str:
    return PHRASES.words(overview(given, LISTENER, is_all=is_all).said)


def places(*given) -> list[str]:
    return [
        conversation.conversation_id for conversation in overview(given, LISTENER, is_all=True).told
    ]


BUILD = [(K, "the build is red"), (A, "again?"), (K, "on it"), (M, "hm"), (Z, "fixed, thanks all")]


def test_who_how_many_and_what_about():
    given = news("C1", *BUILD, likes=[(4, "tada", A), (4, "heart", K), (2, "+1", A)])
    assert told(given) == (
        "General: five from Kevin, Ana and two others. "
        "It began with: the build is red. Most liked: fixed, thanks all"
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (news("C1", (K, "hello")), "General, one from Kevin: hello"),
        (news("C2", (K, "hello")), "Dev ops, one from Kevin: hello"),
        (news("C1", (K, "hello"), calls=[0]), "General, one for you from Kevin: hello"),
        (news("D2", (K, "lunch?"), calls=[0]), "Directly from Kevin: lunch?"),
        (
            news("D2", (K, "lunch?"), (K, "at one")),
            "Directly from Kevin: two. It began with: lunch?",
        ),
        (
            news("G1", (K, "hi"), (A, "ho")),
            "The group with Kevin, Ana: two from Kevin and Ana. It began with: hi",
        ),
        (news("C1", (K, "hi"), (K, "ho")), "General: two from Kevin. It began with: hi"),
        (
            news("C1", (K, "hi"), (A, "ho"), (M, "hey")),
            "General: three from Kevin, Ana and Mia. It began with: hi",
        ),
        (
            news("C1", (K, "hi"), (A, "ho"), calls=[1]),
            "General: two from Kevin and Ana, one of them for you. It began with: hi",
        ),
        (
            news("C1", (K, "hi"), (A, "ho"), calls=[0, 1]),
            "General: two from Kevin and Ana, all for you. It began with: hi",
        ),
        (
            news("C1", (K, "hi"), (A, "ho"), likes=[(0, "+1", A)]),
            "General: two from Kevin and Ana. It began with what was liked most: hi",
        ),
        (
            news("C1", *[(K, f"number {n}") for n in range(31)], more=True),
            "General: more than 31, the first from Kevin. It began with: number 0",
        ),
        (news("C9", (K, "hi")), "A channel, one from Kevin: hi"),
        (news("C1", ("U99", "hi")), "General, one from Somebody: hi"),
    ],
)
def test_each_kind_of_conversation(given, said):
    assert told(given) == said


def test_who_wrote_most_is_named_first():
    given = news("C1", (K, "hi"), (A, "ho"), (A, "hey"))
    assert told(given).startswith("General: three from Ana and Kevin.")


def test_what_deserves_attention_comes_first_then_what_is_most_then_what_waited():
    many = news("C1", *[(K, "x")] * 9)
    early, late = news("C2", (K, "x"), begins=1), news("C3", (K, "x"), begins=2)
    mine = news("D2", (K, "x"), calls=[0], begins=9)
    endless = news("C4", (K, "x"), more=True)
    assert places(late, many, early, mine) == ["D2", "C1", "C2", "C3"]
    assert places(many, endless) == ["C4", "C1"]


def test_four_are_told_and_of_five_three_and_that_there_is_less_in_the_others():
    given = [news(f"C{n}", *[(K, "x")] * (9 - n)) for n in range(1, 7)]
    assert len(places(*given[:4])) == 4
    assert "other" not in told(*given[:4])
    assert told(*given[:5]).endswith("And less in two others.")
    assert len(places(*given)) == 3


def test_it_is_less_only_where_it_is_less():
    alike = [news(f"C{n}", (K, "x")) for n in range(1, 6)]
    assert told(*alike).endswith("And something in two others.")
    assert told(*alike[:1], is_all=False).endswith("There may be more in others.")


def test_nothing_is_nothing():
    assert told() == ""


@pytest.mark.parametrize(
    ("likes", "liked"),
    [
        ([(1, "+1", A), (1, "tada", A), (2, "+1", A), (2, "+1", M)], "three"),
        ([(1, "+1", A), (2, "+1", A)], "two"),
        ([(1, "-1", A), (2, "thumbsdown::skin-tone-2", A)], None),
        ([(1, "+1", K)], None),
        ([(7, "+1", A)], None),
    ],
    ids=["people count", "the earliest", "no dislikes", "not one's own", "not another's"],
)
def test_most_liked_is_what_most_others_liked(likes, liked):
    given = news("C1", (K, "one"), (K, "two"), (K, "three"), likes=likes)
    assert told(given).partition("Most liked: ")[2] == (liked or "")


def test_one_that_was_asked_for_is_told_to_its_end():
    given = news("C1", *BUILD)
    assert PHRASES.words(closer(given, LISTENER).said) == (
        "General: five from Kevin, Ana and two others. It began with: the build is red. "
        "The last one, from Zoe: fixed, thanks all"
    )
    one = closer(news("C1", (K, "hi")), LISTENER)
    assert PHRASES.words(one.said) == "General, one from Kevin: hi"


def test_the_last_is_not_said_twice_and_not_guessed():
    liked = news("C1", *BUILD, likes=[(4, "tada", A)])
    assert "The last one" not in PHRASES.words(closer(liked, LISTENER).said)
    assert "The last one" not in PHRASES.words(closer(news("C1", *BUILD, more=True), LISTENER).said)


def test_one_persons_words_alone():
    only = news("C1", *BUILD).by(A)
    assert only is not None
    assert told(only) == "General, one from Ana: again?"
    assert news("C1", *BUILD).by("U99") is None


def test_wishes_count_and_code_is_never_read_out():
    given = news("C1", (K, "see https://a.bc/d now ```x = 1\ny = 2```"))
    said = PHRASES.words(
        overview([given], heeding(links=Saying.LEFT_OUT, code=Saying.SAID), is_all=True).said
    )
    assert said == "General, one from Kevin: see now a code block of two lines"


def test_what_somebody_does_is_told_with_their_name():
    given = news("C1", (K, "hi"), (A, "ho"))
    waves = given.messages[0].__class__(
        **{**vars(given.messages[0]), "text": "waves", "subtype": "me_message"}
    )
    first = given.__class__((waves, given.messages[1]))
    assert told(first) == "General: two from Kevin and Ana. It began with: Kevin waves"
