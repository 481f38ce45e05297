"""What is said at "What should I say?" is a text only where nothing says that it is none."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.answers.sent.of_sent import AboutSent, of_sent
from skill.understanding.answers.texts.asked_text import Asked, asked_text
from skill.understanding.language import language

ENGLISH = language("en-US")
NAMED = ("ruth lee", "ruth", "omar", "lee", "the garden", "garden", "sales")


class Names:
    """Knows a few names, as they are written."""

    def named(self, spoken, at):
        """Return where the longest of them ends that begins there; 0 for none."""
        ends = (at + len(name.split()) for name in NAMED if self._stands(name, spoken, at))
        return max(ends, default=0)

    def namesakes(self, spoken, at):
        """Return 0, for no name is said of several."""
        return 0

    @staticmethod
    def _stands(name, spoken, at):
        return spoken[at : at + len(name.split())] == tuple(name.split())


def asked(said):
    return asked_text(said, ENGLISH, Names())


@pytest.mark.parametrize(
    "said",
    [
        "the roof leaks again",
        "can you water the plants",
        "where did you park",
        "what time do we open",
        "sorry i missed your call",
        "no problem i can wait",
        "wait for me at the gate",
        "tell me when it's over",
        "call me when you can",
        "please bring the long ladder",
        "let me know if it rains",
        "ruth is on her way",
        "thank you",
        "leave it on the shelf",
        "yes i saw it",
        "okay see you tonight",
        "i'll bring the soup",
        "the quiet fellow left his hat",
        "be a little early",
        "can you start the kiln",
        "thanks love",
        "the key's under the mat",
    ],
)
def test_what_people_write_is_sent_as_it_comes(said):
    assert (asked(said).kind, asked(said).text) == (Asked.TEXT, said)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("um", Asked.HESITATES),
        ("hold that thought", Asked.HESITATES),
        ("forget ruth", Asked.LEAVES),
        ("no leave it be", Asked.LEAVES),
        ("then please", Asked.DOUBTFUL),
        ("cheers bye", Asked.DOUBTFUL),
        ("um now then love", Asked.DOUBTFUL),
        # Alexa may have taken "leave" and "drop".
        ("the key under the mat", Asked.DOUBTFUL),
        ("them by the gate", Asked.LACKS),
        ("now let's see tell her the roof leaks", Asked.TOLD),
        ("oh hang on a minute", Asked.HESITATES),
        ("let me think", Asked.HESITATES),
        ("wait who's that for", Asked.ASKS),
        ("say that again please", Asked.ASKS),
        ("what are my options", Asked.ASKS),
        ("actually cancel", Asked.LEAVES),
        ("never mind", Asked.LEAVES),
        ("no no leave it for now", Asked.LEAVES),
        ("oh no i'll catch him in the garden", Asked.LEAVES),
        ("no never mind i'll call her from sales", Asked.LEAVES),
        ("oh never mind i'll ask ruth in sales", Asked.DOUBTFUL),
        ("nope i'm going to see her in person", Asked.LEAVES),
        ("no he is in the garden anyway", Asked.TEXT),
        ("wait they meet in the garden", Asked.DOUBTFUL),
        ("the last t is spelled t t", Asked.DOUBTFUL),
        ("omar", Asked.NAMES),
        ("no let's do ruth", Asked.NAMES),
        ("no ruth", Asked.NAMES),
        ("the garden then", Asked.NAMES),
        ("sorry wrong one i want omar", Asked.NAMES),
        ("also to sales", Asked.NAMES),
        ("first tell omar the van is here", Asked.MESSAGE),
        ("post in sales that we open at nine", Asked.MESSAGE),
        ("ask ruth lee if she has the key", Asked.MESSAGE),
        ("a message to omar", Asked.MESSAGE),
        ("a quick message to ruth lee saying i have the key", Asked.MESSAGE),
        ("a message to the plumber is on your desk", Asked.TEXT),
        ("a message from omar came in", Asked.TEXT),
        ("tell him the van is here", Asked.TOLD),
        ("just say thanks", Asked.TOLD),
        ("hang on the doorbell rings", Asked.DOUBTFUL),
        ("where did i leave my list", Asked.DOUBTFUL),
        ("i'd rather call her myself", Asked.DOUBTFUL),
        ("actually i'll walk over and tell him", Asked.DOUBTFUL),
        ("on second thoughts not today", Asked.DOUBTFUL),
        ("not you darling finish your soup", Asked.DOUBTFUL),
        ("set a timer for six minutes", Asked.DOUBTFUL),
        ("read me my messages first", Asked.DOUBTFUL),
        ("the quiet fellow", Asked.DOUBTFUL),
        ("you know what i'll radio her", Asked.DOUBTFUL),
        ("ruth i mean", Asked.NAMES),
        ("ooh let me think", Asked.HESITATES),
        ("oh dear no i've changed my mind", Asked.LEAVES),
        ("do me a favour and tell omar the van is here", Asked.MESSAGE),
        ("be an angel and let ruth know the tea is ready", Asked.MESSAGE),
        ("another one for omar", Asked.MESSAGE),
        ("can you hear me", Asked.DOUBTFUL),
        ("yes", Asked.DOUBTFUL),
        ("no", Asked.DOUBTFUL),
    ],
)
def test_what_is_no_text_is_taken_for_what_it_is_or_doubted(said, kind):
    assert asked(said).kind is kind


@pytest.mark.parametrize(
    "said",
    [
        # They ask for time, or say why their hands are not free.
        "wait until i've tied the boat up",
        "one minute while i wipe my boots",
        "hold on because my bag's open",
        "my gloves are wet give me a second",
        "let me just turn the hose off",
        "first let me find a pen",
        "lemme get the lid back on",
        "i've got paint on my hands",
        "hang on the doorbell",
        "the lights have changed",
        "my mouth's full",
        "something's boiling over",
        # They are for somebody there.
        "could someone answer the door",
        "would you mind closing that",
        "can you hold this a minute please",
        "turn that off would you",
        "mind the step love",
        "shoes off please",
        "rosie get down",
        "not yet rosie",
        "pass me those",
        # Alexa may have taken "leave".
        "the hens alone",
        "the gate open",
        # Nobody there is known to Slack.
        "tell sawmill gate two's jammed",
        "ask jonas about the boat",
    ],
)
def test_what_is_said_in_the_room_is_doubted(said):
    assert asked(said).kind in (Asked.DOUBTFUL, Asked.HESITATES, Asked.LEAVES)


@pytest.mark.parametrize(
    "said",
    [
        "wait for the second bell",
        "wait till six",
        "i'll be with you in one minute",
        "meet me there in a second",
        "hold on to the spare keys",
        "let me know if the boat is in",
        "let me get you a chair",
        "my hands are cold",
        "i'm at the door",
        "can you get the door when the vet comes",
        "mind the step by the barn tonight",
        "please close the window before you go",
        "lunch with rosie",
        "happy birthday rosie",
        "the gate's open",
        "tell me when the boat is in",
        "tell everyone i said hello",
    ],
)
def test_what_only_sounds_like_it_is_a_text(said):
    assert asked(said).kind is Asked.TEXT


@pytest.mark.parametrize(
    ("said", "words", "keeps"),
    [
        ("no let me write to the garden first", "the garden", True),
        ("tell omar something first", "omar", True),
        ("actually message ruth lee instead", "ruth lee", False),
        ("message ruth first aid is here", "ruth first aid is here", False),
    ],
)
def test_when_another_message_comes_is_no_text_of_it(said, words, keeps):
    told = asked(said).told
    assert (told.words, told.keeps) == (words, keeps)


def test_whom_it_is_also_for_comes_on_top():
    assert asked("also to sales").is_also
    assert not asked("no ruth").is_also


_SIGNS = (
    "no ruth", "to omar instead", "tell omar", "hold on", "cancel", "who is it for", "um wait",
    "i meant ruth", "not omar", "never mind", "start over", "on second thoughts", "not you honey",
    "read me my messages", "schedule it for six", "i'd rather tell her myself", "say that again",
)  # fmt: skip
_MORE = st.lists(
    st.sampled_from(["the", "soup", "is", "cold", "and", "we", "open", "at", "nine"]), max_size=4
)


@given(st.sampled_from(_SIGNS), _MORE)
def test_what_has_a_sign_of_being_something_else_is_never_plain_text(sign, more):
    assert asked(" ".join([sign, *more])).kind is not Asked.TEXT


@given(
    st.lists(
        st.sampled_from(
            [
                "um",
                "no",
                "to",
                "ruth",
                "tell",
                "her",
                "the",
                "soup",
                "wait",
                "is",
                "it",
                "for",
                "okay",
            ]
        )
    )
)
def test_every_answer_is_taken_apart(words):
    assert asked(" ".join(words)).text in " ".join(words)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("yeah just that the pump is dry", "the pump is dry"),
        ("okay just to say i'm late", "i'm late"),
        ("just that one is missing", "just that one is missing"),
    ],
)
def test_what_leads_to_a_text_is_none_of_it(said, text):
    found = asked(said)
    assert found.text == text
    assert (found.kind is Asked.TEXT) is (text != said)


@pytest.mark.parametrize(
    ("said", "kind", "text"),
    [
        ("splendid then say the soup is hot", Asked.TOLD, "the soup is hot"),
        ("oh marvellous in that case write we open at nine", Asked.TOLD, "we open at nine"),
        ("brilliant now tell her the soup is hot", Asked.TOLD, "her the soup is hot"),
        ("thank you then say it's mended", Asked.TOLD, "it's mended"),
        # Words before it that tell something, or go on, are no exclamation.
        ("right you are so say we open", Asked.DOUBTFUL, "right you are so say we open"),
        ("come in and just say the word", Asked.DOUBTFUL, "come in and just say the word"),
        ("we open at nine and then say the rest", Asked.TEXT, None),
        ("the doctors now say we may go", Asked.TEXT, None),
        ("great news they say we won", Asked.TEXT, None),
    ],
)
def test_what_is_told_behind_an_exclamation_is_the_text(said, kind, text):
    found = asked(said)
    assert (found.kind, found.text) == (kind, text or said)


@pytest.mark.parametrize(
    ("said", "does", "names"),
    [
        ("ruth too", AboutSent.COPIES, ("ruth",)),
        ("also to omar and in the garden", AboutSent.COPIES, ("omar", "the garden")),
        ("let omar know as well", AboutSent.COPIES, ("omar",)),
        ("and also tell omar", AboutSent.COPIES, ("omar",)),
        ("oh and tell omar", AboutSent.COPIES, ("omar",)),
        ("tell also omar", AboutSent.COPIES, ("omar",)),
        ("no tell omar", AboutSent.MOVES, ("omar",)),
        ("my apologies i meant omar", AboutSent.MOVES, ("omar",)),
        ("copy ruth lee on that", AboutSent.COPIES, ("ruth lee",)),
        ("oh that was for omar", AboutSent.MOVES, ("omar",)),
        ("i meant ruth not omar", AboutSent.MOVES, ("ruth",)),
        ("oops wrong channel put it in sales", AboutSent.MOVES, ("sales",)),
        ("that should have gone to omar", AboutSent.MOVES, ("omar",)),
        ("no not him tell ruth that", AboutSent.MOVES, ("ruth",)),
        ("oh no take that down", AboutSent.TAKES_BACK, ()),
        ("please get rid of it quickly", AboutSent.TAKES_BACK, ()),
        ("i didn't mean to send that", AboutSent.TAKES_BACK, ()),
        ("oops undo", AboutSent.TAKES_BACK, ()),
        ("add that we open at nine", AboutSent.ADDS, ()),
        ("delete that and tell her half past", AboutSent.REWORDS, ()),
        ("okay tell omar the van is here", AboutSent.MESSAGE, ()),
        ("and ask ruth if she's in", AboutSent.MESSAGE, ()),
        ("the other boxes are for omar", AboutSent.NOTHING, ()),
        ("we need them back by friday", AboutSent.NOTHING, ()),
        ("you're a star", AboutSent.NOTHING, ()),
        ("make that disappear", AboutSent.MAY_TAKE_BACK, ()),
        ("can you pull that", AboutSent.TAKES_BACK, ()),
        ("i wish i hadn't said that", AboutSent.MAY_TAKE_BACK, ()),
        ("we should wipe that board", AboutSent.NOTHING, ()),
        ("no no unsend it i was joking", AboutSent.TAKES_BACK, ()),
        ("okay tell lee that the lift is stuck", AboutSent.MESSAGE, ()),
        ("tell lee it is done", AboutSent.MESSAGE, ()),
        ("then tell lee i will be there", AboutSent.MESSAGE, ()),
        ("and in the garden", AboutSent.COPIES, ("the garden",)),
        ("and ruth oh and omar", AboutSent.COPIES, ("ruth", "omar")),
        ("omar needs that as well", AboutSent.COPIES, ("omar",)),
        ("send that to omar too", AboutSent.COPIES, ("omar",)),
        ("let omar have it too", AboutSent.COPIES, ("omar",)),
        ("put that one in sales as well", AboutSent.COPIES, ("sales",)),
        ("and omar is late", AboutSent.NOTHING, ()),
        ("omar needs the van as well", AboutSent.NOTHING, ()),
        ("no stop cancel that", AboutSent.TAKES_BACK, ()),
        ("oh no cancel cancel", AboutSent.TAKES_BACK, ()),
        ("abort abort", AboutSent.TAKES_BACK, ()),
        ("no no stop", AboutSent.MAY_TAKE_BACK, ()),
        ("stop the press", AboutSent.NOTHING, ()),
        ("the first carat is spelled c a r a t", AboutSent.SPELLS, ()),
        ("kerb is spelt with a k", AboutSent.SPELLS, ()),
        ("tell omar kerb is spelt with a k", AboutSent.MESSAGE, ()),
        ("she spelled it out for us", AboutSent.NOTHING, ()),
    ],
)
def test_what_is_said_of_a_message_that_was_just_sent_is_told_from_the_next(said, does, names):
    found = of_sent(said, ENGLISH, Names())
    assert (found.said, found.names) == (does, names)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("no i beg your pardon to omar", Asked.NAMES),
        ("no my apologies for omar", Asked.NAMES),
        ("pardon me it's for ruth lee", Asked.NAMES),
        ("i'm sorry to hear that", Asked.TEXT),
        ("i'm sorry the roof leaks", Asked.TEXT),
        ("give me just one moment", Asked.HESITATES),
        ("bear with me for a minute", Asked.HESITATES),
        ("half a tick please", Asked.HESITATES),
        ("hold the line please", Asked.HESITATES),
        ("that wasn't meant for you", Asked.OBJECTS),
        ("oh no i was talking to the dog", Asked.OBJECTS),
        ("that was not a message", Asked.OBJECTS),
        ("no that was for the cat please don't send that", Asked.LEAVES),
        ("oh i was talking to my son forget it", Asked.LEAVES),
        ("that was for omar", Asked.NAMES),
        ("that was fun", Asked.TEXT),
        ("i can't find bramwell", Asked.DOUBTFUL),
        ("there's no bramwell", Asked.DOUBTFUL),
        ("i can't find the ladder", Asked.TEXT),
    ],
)
def test_an_excuse_a_wait_and_an_objection_are_no_text(said, kind):
    assert asked(said).kind is kind


@pytest.mark.parametrize(
    "said", ["ruth yes", "yes ruth", "ruth lee that's her", "omar yes please", "the garden right"]
)
def test_whom_it_is_for_said_once_more_is_no_text(said):
    assert asked(said).kind is Asked.NAMES


@pytest.mark.parametrize("said", ["thanks ruth", "ruth yes we can"])
def test_a_name_beside_words_of_its_own_is_none(said):
    assert asked(said).kind is not Asked.NAMES


@pytest.mark.parametrize(
    "said",
    [
        "it's gone clean out of my head",
        "what was i going to say",
        "oh i've forgotten what i wanted",
    ],
)
def test_groping_for_words_is_read_back(said):
    assert asked(said).kind is not Asked.TEXT


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("hang on i want the garden", Asked.NAMES),
        ("i was after ruth lee", Asked.NAMES),
        ("i'd like omar please", Asked.NAMES),
        ("i want omar to call me", Asked.TEXT),
        ("i want a new lamp", Asked.TEXT),
        ("to ruth as well", Asked.NAMES),
        ("ruth was here as well", Asked.TEXT),
        ("why is this machine so slow", Asked.DOUBTFUL),
        ("you what", Asked.ASKS),
        ("colon the pump is dry", Asked.TOLD),
        ("i'm digging give me a sec there's a root", Asked.DOUBTFUL),
        ("your boots off please", Asked.DOUBTFUL),
    ],
)
def test_who_is_wanted_is_whom_it_is_for(said, kind):
    assert asked(said).kind is kind


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("forget ruth put it in sales", "sales"),
        ("never mind omar post that in the garden", "garden"),
        ("skip ruth send it to omar instead", "omar"),
        ("don't bother with omar put it in sales please", "sales"),
    ],
)
def test_what_is_put_elsewhere_names_whom_it_is_for(said, whom):
    answer = asked(said)
    assert (answer.kind, answer.text) == (Asked.NAMES, whom)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("reply tell her i'm coming", "i'm coming"),
        ("what was i gonna say oh right the lease is up", "the lease is up"),
        ("what was i about to say yes the lease is up", "the lease is up"),
        ("respond and say the lease is up", "the lease is up"),
    ],
)
def test_what_leads_to_the_text_is_left_out(said, text):
    answer = asked(said)
    assert answer.kind is Asked.TOLD
    assert answer.text.endswith(text)
    assert "say" not in answer.text


@pytest.mark.parametrize(
    ("said", "is_sure"),
    [
        ("say the roof leaks", True),
        ("the message is the roof leaks", True),
        ("say stop", False),
        ("is this going to the whole channel", False),
        ("could you say i'll be late", False),
        ("what was it again oh aye the roof leaks", False),
    ],
)
def test_a_text_is_surely_handed_over_where_it_is_called_one_and_begins_like_one(said, is_sure):
    found = asked(said)
    assert (found.kind, found.is_sure) == (Asked.TOLD, is_sure)


@pytest.mark.parametrize(
    ("said", "text", "is_sure"),
    [
        ("i hate it actually say i'm not sure", "i'm not sure", False),
        (
            "the fair is on monday no scrap that say the fair is on friday",
            "the fair is on friday",
            False,
        ),
        ("tell her i'm in bed no scratch that say i'm at home", "i'm at home", False),
        ("forget that start again the brakes are done", "the brakes are done", True),
        ("we meet at ten let me start again we meet at noon", "we meet at noon", True),
    ],
)
def test_what_is_begun_again_takes_the_place_of_what_was_said(said, text, is_sure):
    found = asked(said)
    assert (found.kind, found.text, found.is_sure) == (Asked.TOLD, text, is_sure)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("drop it no need to message", Asked.DOUBTFUL),
        ("i never asked you to message anyone", Asked.DOUBTFUL),
        ("i didn't tell you to send anything", Asked.DOUBTFUL),
        ("what can i do here", Asked.ASKS),
        ("don't text and drive", Asked.TEXT),
        ("he didn't get the message", Asked.TEXT),
        ("they always say the same thing", Asked.TEXT),
        ("there is no post today", Asked.TEXT),
    ],
)
def test_who_denies_sending_anything_is_read_back(said, kind):
    assert asked(said).kind is kind
