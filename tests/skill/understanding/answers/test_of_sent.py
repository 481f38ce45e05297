"""What is said right after a send is an act on what was sent, another message, or neither."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.sent.of_sent import AboutSent, of_sent
from skill.understanding.language import language
from skill.understanding.phrase import Phrase

ENGLISH = language("en-US")
_NAMES = frozenset(["ben", "bendix", "olu", "ruth", "marketing", "sales", "lounge"])
_SAID = "undo that it ben olu too same again to the no not i meant should be olu's take back tea"
WORDS = st.sampled_from(tuple(_SAID.split()))


class Names:
    """A few names of one word each."""

    def named(self, spoken: NameWords, at: int) -> int:
        """Return where a name ends that begins at a word; 0 for none."""
        return at + 1 if at < len(spoken) and spoken[at] in _NAMES else 0

    def namesakes(self, spoken: NameWords, at: int) -> int:
        """Return where "both ruths" ends; 0 for none."""
        is_of_several = spoken[at : at + 1] in {("both",), ("the",)}
        return at + 2 if is_of_several and spoken[at + 1 : at + 2] == ("ruths",) else 0


@pytest.mark.parametrize(
    "words",
    [
        "undo that i've just heard she's staying",
        "oh unsend that the shop's shut",
        "pull it we lost",
        "take that down right now",
        "take it back quick before she reads it",
        "retract that it turns out it's free",
        "bin that last one",
        "cancel that olu's already gone",
        "whoa whoa undo undo",
    ],
)
def test_it_is_taken_back_whatever_reason_stands_behind(words):
    assert of_sent(words, ENGLISH, Names()).said is AboutSent.TAKES_BACK


@pytest.mark.parametrize(
    "words",
    [
        "no actually take olu's back",
        "delete the one to olu",
        "take back what i sent olu",
        "unsend olu's please",
    ],
)
def test_whose_is_taken_back_may_be_said(words):
    read = of_sent(words, ENGLISH, Names())
    assert (read.said, read.names) == (AboutSent.TAKES_BACK, ("olu",))


@pytest.mark.parametrize(
    "words",
    [
        "that's not for work",
        "oh no that was private",
        "i thought i was talking to my wife",
        "it's gone to the wrong ben",
        "hide that would you",
        "actually no don't tell him",
        "cancel",
    ],
)
def test_what_may_only_mean_so_is_asked(words):
    assert of_sent(words, ENGLISH, Names()).said is AboutSent.MAY_TAKE_BACK


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("oh that should've been bendix", "bendix"),
        ("that was supposed to be bendix", "bendix"),
        ("not ben bendix", "bendix"),
        ("i meant bendix not ben", "bendix"),
        ("you've sent it to the wrong one it's bendix", "bendix"),
        ("stick that in marketing instead", "marketing"),
        ("that ought to have gone to marketing", "marketing"),
        ("send that to bendix rather than ben", "bendix"),
        ("oh not that ben the other one bendix", "bendix"),
    ],
)
def test_it_is_moved_to_whom_it_was_meant_for(words, name):
    read = of_sent(words, ENGLISH, Names())
    assert (read.said, read.names) == (AboutSent.MOVES, (name,))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("tell ruth too while you're at it", ("ruth",)),
        ("while you're at it tell ruth as well", ("ruth",)),
        ("same again to ben", ("ben",)),
        ("ditto for ben please", ("ben",)),
        ("and olu", ("olu",)),
        ("stick that in marketing as well", ("marketing",)),
        ("pop it in the lounge too would you", ("lounge",)),
        ("do the same for ben and olu", ("ben", "olu")),
        ("make sure olu gets that too", ("olu",)),
        ("olu would like to know as well", ("olu",)),
        ("loop olu in", ("olu",)),
        ("could olu have that too", ("olu",)),
        ("give olu the same", ("olu",)),
    ],
)
def test_it_goes_to_others_too(words, names):
    read = of_sent(words, ENGLISH, Names())
    assert (read.said, read.names) == (AboutSent.COPIES, names)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("tell olu lunch is at one", AboutSent.MESSAGE),
        ("tell olu i'm late too", AboutSent.MESSAGE),
        ("send the van's here to olu as well", AboutSent.MESSAGE),
        ("another one to olu", AboutSent.BEGINS),
        ("add by friday", AboutSent.ADDS),
        ("make it sound nicer", AboutSent.STYLES),
        ("put that differently", AboutSent.COMMAND),
        ("stick to the plan", AboutSent.NOTHING),
        ("thank you", AboutSent.NOTHING),
        ("the tea is ready", AboutSent.NOTHING),
    ],
)
def test_what_is_another_matter_is_told_apart(words, said):
    assert of_sent(words, ENGLISH, Names()).said is said


@pytest.mark.parametrize(
    ("words", "text", "is_sure"),
    [
        ("did i say patio i meant terrace", "dinner is on the terrace", True),
        ("make that the terrace", "dinner is on the terrace", False),
        ("oops terrace", "dinner is on the terrace", False),
        ("dinner was on the patio", "dinner was on the patio", False),
        ("delete that and say dinner is off", "dinner is off", False),
        ("and the drinks", "dinner is on the patio and the drinks", False),
        ("no problem", "", True),
        ("dinner is on the patio isn't it", "dinner is on the patio isn't it", False),
        ("the tea is ready", "", True),
        ("terrace", "", True),
    ],
)
def test_it_says_something_else(words, text, is_sure):
    read = of_sent(words, ENGLISH, Names(), "dinner is on the patio")
    assert (read.text, read.is_sure) == (text, is_sure)
    assert (read.said is AboutSent.REWORDS) is bool(text)


@given(st.lists(WORDS, min_size=1, max_size=7).map(" ".join))
def test_nothing_is_sent_to_a_name_that_was_not_said(words):
    read = of_sent(words, ENGLISH, Names(), "the tea is cold")
    assert all(name in words for name in read.names)


@pytest.mark.parametrize(
    ("words", "does", "names"),
    [
        # Whom it was meant for is told by who wanted it; it is asked first.
        ("it was olu who asked", AboutSent.MAY_MOVE, ("olu",)),
        ("oh forgive me it was olu that wanted it not ben", AboutSent.MAY_MOVE, ("olu",)),
        ("sorry i was thinking of ruth", AboutSent.MAY_MOVE, ("ruth",)),
        ("it's ruth who needs to know", AboutSent.MAY_MOVE, ("ruth",)),
        # What somebody did is a message.
        ("it was olu who found the keys", AboutSent.NOTHING, ()),
        # The same, with any manners behind it.
        ("the very same to olu if you please", AboutSent.COPIES, ("olu",)),
        ("the selfsame message for ruth if you'd be so kind", AboutSent.COPIES, ("ruth",)),
        ("same thing to olu when you're ready", AboutSent.COPIES, ("olu",)),
        ("exactly that to ruth as well", AboutSent.COPIES, ("ruth",)),
    ],
)
def test_whom_it_was_for_is_told_in_many_words(words, does, names):
    read = of_sent(words, ENGLISH, Names(), "the gate is open")
    assert (read.said, read.names) == (does, names)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("and to ruth say the barn is shut", "ruth the barn is shut"),
        ("to olu just say we're closed", "olu we're closed"),
        ("oh and to marketing write the barn is shut", "marketing the barn is shut"),
    ],
)
def test_a_message_may_have_whom_it_is_for_first(words, message):
    read = of_sent(words, ENGLISH, Names(), "the gate is open")
    assert read.said is AboutSent.MESSAGE
    assert read.message
    assert read.message.words == message


@pytest.mark.parametrize(
    "words",
    [
        "the other ben",
        "no the other one",
        "sorry not that ben the other one",
    ],
)
def test_another_of_the_same_name_may_be_meant(words):
    assert of_sent(words, ENGLISH, Names(), "the hall is free").said is AboutSent.NAMESAKE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("one more thing for olu please the hall is free", "olu the hall is free"),
        ("next to ruth the hall is free", "ruth the hall is free"),
        ("and in sales say the hall is free", "in sales the hall is free"),
        ("also ben can you lock up tonight", "ben can you lock up tonight"),
        ("before i forget tell olu the hall is free", "olu the hall is free"),
    ],
)
def test_another_message_is_told_apart_whatever_leads_to_it(words, said):
    read = of_sent(words, ENGLISH, Names(), "the tent is up")
    assert (read.said, read.message.words) == (AboutSent.MESSAGE, said)


@pytest.mark.parametrize("words", ["i'd like to send another", "yes one more message please"])
def test_another_message_may_be_begun_with_no_name(words):
    read = of_sent(words, ENGLISH, Names(), "the tent is up")
    assert (read.said, read.names) == (AboutSent.BEGINS, ())


@pytest.mark.parametrize(
    "words",
    [
        "scratch that tell him we're full",
        "undo that and say we're full",
        "delete it tell her instead we're full",
    ],
)
def test_what_comes_in_its_place_needs_no_joint(words):
    read = of_sent(words, ENGLISH, Names(), "there is room")
    assert (read.said, read.text, read.is_sure) == (AboutSent.REWORDS, "we're full", False)


@pytest.mark.parametrize(
    ("words", "said", "names"),
    [
        ("gah that should go to olu", AboutSent.MOVES, ("olu",)),
        ("would you kindly send that to olu instead", AboutSent.MOVES, ("olu",)),
        ("and to olu please", AboutSent.COPIES, ("olu",)),
        ("also let olu know", AboutSent.COPIES, ("olu",)),
        ("alexa delete the thing i just sent to olu", AboutSent.TAKES_BACK, ("olu",)),
    ],
)
def test_what_stands_around_it_says_nothing_of_it(words, said, names):
    read = of_sent(words, ENGLISH, Names(), "the tent is up")
    assert (read.said, read.names) == (said, names)


@pytest.mark.parametrize(
    "words",
    [
        "make it sound nicer", "can you reword that please", "it sounds too harsh", "shorter",
        "make that a bit more formal", "fix the spelling", "no rephrase it",
    ],
)  # fmt: skip
def test_another_manner_is_asked_for_in_words_that_nobody_can_tell(words):
    assert of_sent(words, ENGLISH, Names(), "the tea is out").said is AboutSent.STYLES


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("make it shorter", "bring the longer rope"),
        ("make it two", "bring one rope"),
        ("make it clear that we close", "we close"),
    ],
)
def test_what_may_be_a_part_of_the_text_is_no_manner(words, text):
    assert of_sent(words, ENGLISH, Names(), text).said is not AboutSent.STYLES


@pytest.mark.parametrize(
    ("words", "said", "names"),
    [
        ("and the ruths too", AboutSent.COPIES, ("the ruths",)),
        ("both ruths as well", AboutSent.COPIES, ("both ruths",)),
        ("send it to both ruths too", AboutSent.COPIES, ("both ruths",)),
        ("the ruths should get that too", AboutSent.COPIES, ("the ruths",)),
        ("and the other one too", AboutSent.NAMESAKE_TOO, ()),
        ("the other one as well please", AboutSent.NAMESAKE_TOO, ()),
        ("and to the other ruth", AboutSent.NAMESAKE_TOO, ("ruth",)),
        ("no the other ruth", AboutSent.NAMESAKE, ()),
        ("not ruth the other one", AboutSent.NAMESAKE, ()),
        ("both of them", AboutSent.ALL_NAMESAKES, ()),
        ("to both of them please", AboutSent.ALL_NAMESAKES, ()),
        ("both pumps are wet", AboutSent.NOTHING, ()),
        ("the others are late", AboutSent.NOTHING, ()),
    ],
)
def test_others_of_a_name_are_told_of_as_they_are_meant(words, said, names):
    read = of_sent(words, ENGLISH, Names(), "the tea is cold")
    assert (read.said, read.names) == (said, names)


@pytest.mark.parametrize(
    "words",
    [
        "take it back please no wait leave it", "delete that actually keep it",
        "unsend it no don't", "scrap that no sorry leave it there", "undo it wait no keep it",
        "get rid of it oh no don't", "take that back keep it",
    ],
)  # fmt: skip
def test_what_is_left_after_all_is_not_taken_back(words):
    assert of_sent(words, ENGLISH, Names(), "the tea is cold").said is AboutSent.GIVES_UP


@pytest.mark.parametrize(
    "words",
    ["take it back no", "scrap that it's fine", "no don't", "don't don't send it", "no keep out"],
)
def test_what_only_begins_so_is_not_left(words):
    assert of_sent(words, ENGLISH, Names()).said is not AboutSent.GIVES_UP


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("and ruth sorry i missed you", "ruth sorry i missed you"),
        ("oh and olu well done today", "olu well done today"),
        ("also olu the rope's in the van", "olu the rope's in the van"),
        ("and for olu the gate is shut", "olu the gate is shut"),
        ("and ruth tell her the gate is shut", "ruth the gate is shut"),
        ("ruth needs to know that the gate is shut", "ruth the gate is shut"),
        ("olu i forgot my hat", "olu i forgot my hat"),
    ],
)
def test_a_name_and_what_is_said_to_it_is_another_message_in_doubt(words, message):
    read = of_sent(words, ENGLISH, Names(), "the tea is cold")
    assert read.said is AboutSent.MESSAGE
    assert read.message is not None
    assert (read.message.words, read.is_sure) == (message, False)


@pytest.mark.parametrize(
    "words", ["and ruth is late", "ruth fell asleep there", "and olu and ruth", "olu come here now"]
)
def test_what_is_said_of_somebody_is_no_message_to_them(words):
    assert of_sent(words, ENGLISH, Names(), "the tea is cold").said is not AboutSent.MESSAGE


@pytest.mark.parametrize(
    "words",
    [
        "send one to olu too", "send olu one as well", "one to olu as well", "olu one too",
        "i want to message olu as well", "a message to olu please", "next olu",
    ],
)  # fmt: skip
def test_one_is_another_message_and_no_copy(words):
    read = of_sent(words, ENGLISH, Names(), "the tea is cold")
    assert (read.said, read.names) == (AboutSent.BEGINS, ("olu",))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("take it off ruth and give it to olu", "olu"),
        ("delete it from ruth and send it to olu", "olu"),
        ("pull that from ruth and post it to olu", "olu"),
        ("i'd rather have that with olu than with ruth", "olu"),
    ],
)
def test_it_is_taken_from_one_for_another_where_that_is_agreed_to(words, name):
    read = of_sent(words, ENGLISH, Names(), "the tea is cold")
    assert (read.said, read.names, read.is_sure) == (AboutSent.MOVES, (name,), False)


@pytest.mark.parametrize(
    "words", ["that in there instead", "it over there too", "that message in here as well"]
)
def test_what_points_to_it_and_to_nowhere_is_a_command(words):
    assert of_sent(words, ENGLISH, Names()).said is AboutSent.COMMAND


@pytest.mark.parametrize("text", ["the tea is cold", "the mugs are full", "i'm at the pond"])
@pytest.mark.parametrize(
    "words",
    [
        "just a drop thanks", "cash please", "no sugar thanks", "yes dear in a tick",
        "alright alright i'm up", "well i never", "damn the fog", "oh for pete's sake the queue",
        "that's daft that is", "it's pouring again", "and feed the cat", "and then who",
        "mind the gap", "let me think what else", "i mean honestly", "come away now",
        "oh god the oven", "but why", "should be dry later",
    ],
)  # fmt: skip
def test_what_is_said_in_the_room_is_offered_as_no_correction(words, text):
    assert of_sent(words, ENGLISH, Names(), text).said is not AboutSent.REWORDS


@pytest.mark.parametrize(
    "words",
    ["wipe that off your chin", "take that down from the shelf", "get it out of the oven love",
     "one for ruth one for me", "hope so", "chuck it in the skip",
     "wrong channel it's on at nine love"],
)  # fmt: skip
def test_what_may_be_said_of_other_things_does_nothing_at_once(words):
    read = of_sent(words, ENGLISH, Names(), "the tea is cold")
    at_once = read.said in {AboutSent.TAKES_BACK, AboutSent.MOVES, AboutSent.COPIES}
    assert not (at_once and read.is_sure)


@pytest.mark.parametrize(
    ("words", "said", "text"),
    [
        ("also say i can't find it", AboutSent.MESSAGE, "her i can't find it"),
        ("yeah and say we'll try again", AboutSent.MESSAGE, "her we'll try again"),
        ("and mention the gate is shut", AboutSent.MESSAGE, "her the gate is shut"),
        ("also we're out of bread", AboutSent.GOES_ON, "we're out of bread"),
        ("plus the gate is shut", AboutSent.GOES_ON, "the gate is shut"),
        ("also say two mugs", AboutSent.ADDS, "two mugs"),
        ("add by friday", AboutSent.ADDS, "by friday"),
    ],
)
def test_a_sentence_more_is_another_message_and_a_phrase_is_added(words, said, text):
    read = of_sent(words, ENGLISH, Names(), "the tea is cold")
    assert read.said is said
    assert (read.message.words if read.message else read.text) == text


_MIXED = (
    "and also say tell her olu ruth i'm we're the tea is cold sorry not one to too another message "
    "now please in sales put that it no wait"
)


@given(st.lists(st.sampled_from(_MIXED.split()), min_size=1, max_size=8).map(" ".join))
def test_another_message_is_sure_only_behind_words_that_hand_it_over(words):
    read = of_sent(words, ENGLISH, Names(), "the tea is cold")
    if read.said is AboutSent.MESSAGE and read.is_sure and read.message:
        said, text = Phrase(words).spoken, Phrase(read.message.words).spoken
        before = [word for word in said if word not in text[1:]]
        handing = {"say", "tell", "put", "message", "to", "in", "another", "one"}
        assert handing & (set(said[: len(said) - len(text) + 2]) | set(before))
