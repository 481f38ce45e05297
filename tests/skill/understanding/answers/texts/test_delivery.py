"""Words that hand a text over are none of it; what only looks like them stays."""

import pytest

from skill.understanding.answers.texts.asked_text import Asked, asked_text
from skill.understanding.language import language

ENGLISH = language("en-US")


class Nobody:
    """Knows no names."""

    def named(self, spoken, at):
        """Return 0, for no name begins anywhere."""
        return 0

    def namesakes(self, spoken, at):
        """Return 0, for no name is said of several."""
        return 0


def asked(said):
    return asked_text(said, ENGLISH, Nobody())


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("could you put that the pump is dry", "the pump is dry"),
        ("i'd like you to say the pump is dry", "the pump is dry"),
        ("write down the following the pump is dry", "the pump is dry"),
        ("right my message to her is as follows the pump is dry", "the pump is dry"),
        ("okay here goes the pump is dry", "the pump is dry"),
        ("something like we need a new pump", "we need a new pump"),
        ("what i want to say is the pump is dry", "the pump is dry"),
        # Alexa took "say", "type", "the message".
        ("to her the pump is dry", "the pump is dry"),
        ("this the pump is dry", "the pump is dry"),
        ("goes like this the pump is dry", "the pump is dry"),
        ("how do you say uh the pump is dry", "the pump is dry"),
        ("let me think oh yes the pump is dry", "the pump is dry"),
        # What one asks oneself is left out, in whatever words.
        ("what was it again oh aye the pump's dry", "the pump's dry"),
        ("now what did i want with her ah yes the pump is dry", "the pump is dry"),
        ("i had something for her ah i know we need a pump", "we need a pump"),
        ("how was i going to word it aha the pump is dry", "the pump is dry"),
        ("where was i oh yes the pump is dry", "the pump is dry"),
        ("the word help", "help"),
        ("just the one word done", "done"),
        ("just say quit and nothing else", "quit"),
        ("cancel nothing else", "cancel"),
    ],
)
def test_what_hands_a_text_over_is_left_out(said, text):
    assert (asked(said).kind, asked(said).text) == (Asked.TOLD, text)


@pytest.mark.parametrize(
    "said",
    [
        "put this on the shelf",
        "here we go again the pump is dry",
        "here is the list we made",
        "the word is out",
        "can you read this before noon",
        "for him it is too late",
        "let me think about the pump",
        "how do you say thanks in greek",
        "what time was it when the pump broke",
        "how about that it works",
        "what do you want for lunch the soup is good",
        "no that's all",
        "it goes without saying",
    ],
)
def test_what_only_looks_like_it_stays_whole(said):
    found = asked(said)
    assert found.kind is not Asked.TOLD
    assert found.text in ("", said)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("me the plans before noon", Asked.SENT),
        ("us a photo of the boat", Asked.SENT),
        ("me your sketches", Asked.SENT),
        ("us their address", Asked.SENT),
        ("it to the garage", Asked.SENT),
        ("it on the top shelf", Asked.LACKS),
        ("them in the green bin", Asked.LACKS),
        ("the plates out", Asked.DOUBTFUL),
        ("her mother is better", Asked.TEXT),
        ("it in the end was ours", Asked.TEXT),
        ("me and the boys are out", Asked.TEXT),
        ("us two are in", Asked.TEXT),
    ],
)
def test_a_text_whose_verb_alexa_took_is_no_whole_one(said, kind):
    assert asked(said).kind is kind
