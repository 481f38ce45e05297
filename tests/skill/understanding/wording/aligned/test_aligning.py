"""What a correction changes is found by the text's own words, whatever stands in front of it."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.language import language
from skill.understanding.phrase import Phrase
from skill.understanding.wording.aligned.aligning import aligned

ENGLISH = language("en-US")

CORRECTED = {
    "the shuttle leaves at quarter past": (
        ("i said that wrong it leaves at half past", "the shuttle leaves at half past"),
    ),
    "the tram stops at dockside": (
        ("i fibbed it stops at harbour lane", "the tram stops at harbour lane"),
    ),
    "the piano tuner comes at eleven": (
        ("what am i like it comes at twelve", "the piano tuner comes at twelve"),
    ),
    "the swimming lesson is in the big pool": (
        ("my tongue slipped it is in the small pool", "the swimming lesson is in the small pool"),
    ),
    "we need three ladders for the hall": (
        ("let me correct we need four ladders for the hall", "we need four ladders for the hall"),
    ),
    "the new boiler arrives on the fifth": (
        (
            "beg your pardon the new boiler arrives on the sixth",
            "the new boiler arrives on the sixth",
        ),
    ),
    "the minibus seats eighteen": (
        ("got that muddled the minibus seats sixteen", "the minibus seats sixteen"),
    ),
    "rehearsal starts at seven in the chapel": (
        (
            "i'm half asleep rehearsal starts at eight in the chapel",
            "rehearsal starts at eight in the chapel",
        ),
    ),
    "the vet can see her at ten": (
        (
            "my head is all over the place the vet can see her at twelve",
            "the vet can see her at twelve",
        ),
    ),
    "the ribbon costs nine pounds": (
        ("goodness it was eight not nine", "the ribbon costs eight pounds"),
    ),
    "the tickets cost thirty euros": (
        ("oh lord they were twenty not thirty", "the tickets cost twenty euros"),
    ),
    "the parcel weighs six kilos": (
        ("silly woman it weighs seven not six", "the parcel weighs seven kilos"),
    ),
    "the lorry comes on wednesday": (
        ("kindly note thursday not wednesday", "the lorry comes on thursday"),
    ),
    "bring the red folder": (
        ("my bad it is the blue one not the red one", "bring the blue folder"),
        ("dearie me blue not red", "bring the blue folder"),
    ),
    "we meet in the library": (
        ("oh heavens not the library the canteen", "we meet in the canteen"),
        ("no no the canteen is what i meant not the library", "we meet in the canteen"),
    ),
    "i am free on friday": (
        ("please do from friday monday", "i am free on monday"),
        ("kindly make friday to monday", "i am free on monday"),
        ("put monday in place of friday", "i am free on monday"),
        ("in place of friday write monday", "i am free on monday"),
        ("friday should be monday", "i am free on monday"),
        ("friday must become monday", "i am free on monday"),
        ("for friday read monday", "i am free on monday"),
        ("where it says friday it should say monday", "i am free on monday"),
        ("please to change the friday with monday", "i am free on monday"),
        ("instead of friday make it monday", "i am free on monday"),
        ("replace friday by monday please", "i am free on monday"),
        ("it is monday only not friday", "i am free on monday"),
    ),
    "the meeting is preponed to three": (
        ("kindly do the needful and make three into four", "the meeting is preponed to four"),
    ),
    "i go now home because the dog is sick": (
        ("make it shorter just i go now home", "i go now home"),
        ("shorten it please i go home now", "i go home now"),
        ("simpler please i go now home", "i go now home"),
    ),
    "the train was late so i missed the start of the talk": (
        ("cut it down to i missed the start of the talk", "i missed the start of the talk"),
        ("just say i missed the start", "i missed the start"),
    ),
    "darling the plumber has been": (
        ("drop the darling", "the plumber has been"),
        ("drop the darling it slipped out", "the plumber has been"),
        ("lose the darling that was a slip", "the plumber has been"),
        ("without the darling please", "the plumber has been"),
        ("take darling out", "the plumber has been"),
        ("take the darling out of it", "the plumber has been"),
        ("scrub darling i didn't mean that", "the plumber has been"),
        ("no need for the darling", "the plumber has been"),
    ),
    "the stew is ready my dears": (
        ("get rid of the my dears", "the stew is ready"),
        ("remove my dears kindly", "the stew is ready"),
        ("don't put my dears", "the stew is ready"),
    ),
    "i will be late because of the dentist": (
        ("leave the dentist part away", "i will be late"),
        ("remove the part about the dentist", "i will be late"),
        ("skip the because of the dentist nobody must know", "i will be late"),
    ),
    "the cake is for saturday": (
        ("silly me sunday", "the cake is for sunday"),
        ("brain fog sunday", "the cake is for sunday"),
    ),
    "there are twelve chairs in the hall": (
        ("i miscounted thirteen chairs", "there are thirteen chairs in the hall"),
        ("i counted wrong there are thirteen", "there are thirteen chairs in the hall"),
    ),
    "the keys are under the mat": (
        ("hang about under the pot", "the keys are under the pot"),
        ("the keys are in the pot sorry for confusion", "the keys are in the pot"),
    ),
    "my flight lands at six forty": (
        ("correction my flight lands at seven forty", "my flight lands at seven forty"),
    ),
    "the choir sings on the ninth": (("erratum the tenth", "the choir sings on the tenth"),),
    "the dal is in the fridge": (
        ("one small change the dal is in the oven", "the dal is in the oven"),
        ("actually yaar it is in the oven", "the dal is in the oven"),
    ),
    "the lift is broken on floor two": (
        ("i mixed it up floor three", "the lift is broken on floor three"),
        ("the floor is three not two", "the lift is broken on floor three"),
    ),
    "i am coming with the train of nine": (
        ("excuse i am coming with the train of ten", "i am coming with the train of ten"),
    ),
    "we sold forty jars at the fair": (
        ("i exaggerate we sold thirty jars at the fair", "we sold thirty jars at the fair"),
    ),
    "the ferry sails at noon": (
        ("i got ahead of myself the ferry sails at one", "the ferry sails at one"),
        ("change noon to two o'clock", "the ferry sails at two o'clock"),
        ("make noon half past one", "the ferry sails at half past one"),
        ("write three pm instead of noon", "the ferry sails at three pm"),
    ),
    "the depot shuts at six pm": (("change six to seven", "the depot shuts at seven pm"),),
    "the gas man comes between eight and ten": (
        ("blimey he comes between nine and ten", "the gas man comes between nine and ten"),
        ("slip of the tongue between nine and eleven", "the gas man comes between nine and eleven"),
    ),
    "the oak table goes to the cellar": (
        ("my bad english the oak table goes to the attic", "the oak table goes to the attic"),
    ),
    "supper is at half seven": (("lord above supper is at half eight", "supper is at half eight"),),
    "the survey closes on the twelfth": (
        ("forgive me it closes on the thirteenth", "the survey closes on the thirteenth"),
    ),
    "two people are coming from leeds": (
        ("i am wrong three people are coming from leeds", "three people are coming from leeds"),
    ),
    "the samosas are for thirty people": (
        ("arre they are for forty people", "the samosas are for forty people"),
    ),
    "the bill was ninety pounds": (
        ("crikey it was seventy not ninety", "the bill was seventy pounds"),
        ("bless me seventy not ninety", "the bill was seventy pounds"),
    ),
    "the tent holds six": (("the tent holds four that's my mistake", "the tent holds four"),),
    "the kettle is in the pantry": (
        ("not pantry i wanted to say cellar", "the kettle is in the cellar"),
        ("pantry is wrong cellar is right", "the kettle is in the cellar"),
        ("put cellar instead of pantry", "the kettle is in the cellar"),
        ("write cellar where pantry is", "the kettle is in the cellar"),
        ("swap pantry with cellar kindly", "the kettle is in the cellar"),
        ("make out of pantry cellar", "the kettle is in the cellar"),
        ("not the pantry it will be the cellar", "the kettle is in the cellar"),
    ),
    "the exam is in march": (
        ("kindly correct march as april", "the exam is in april"),
        ("march is to be april", "the exam is in april"),
    ),
    "i leave tomorrow early because i have to catch a flight": (
        ("do it shorter just i leave tomorrow early", "i leave tomorrow early"),
        ("too long just put i leave tomorrow early", "i leave tomorrow early"),
    ),
    "hello lovely people the bins are out": (
        ("cut the hello lovely people", "the bins are out"),
        ("scrap the lovely that's too much", "hello people the bins are out"),
        ("please remove lovely", "hello people the bins are out"),
    ),
    "the boss is cross the lights were left on": (
        ("omit the boss is cross", "the lights were left on"),
    ),
    "the soup is off thank god": (
        ("take thank god away", "the soup is off"),
        ("strike the thank god", "the soup is off"),
        ("the soup is off without thank god", "the soup is off"),
    ),
    "the window cleaner wants forty five": (("dash it forty", "the window cleaner wants forty"),),
    "my shift ends at four": (("dearie me my shift ends at five", "my shift ends at five"),),
    "the cat has had two tablets": (
        ("hold your horses she has had one tablet", "the cat has had one tablet"),
    ),
    "the alarm code changes on sunday": (
        ("you know what the alarm code changes on monday", "the alarm code changes on monday"),
    ),
    "the hall key is with missus green": (
        ("nonsense it is with missus white", "the hall key is with missus white"),
    ),
}
"""Texts, what is said of them in many a voice, and what they should say."""

UNTOUCHED = {
    "the shuttle leaves at quarter past": (
        "mum the kettle's boiling",
        "what time is it",
        "thank you that's all",
        "tell ana lima the shuttle is full",
        "i hope they make it",
        "leave it at that",
    ),
    "the keys are under the mat": (
        "put the kettle on love",
        "have you fed the dog",
        "and the spare ones are with ana lima",
        "take the dog out",
        "did you take the bins out",
    ),
    "we need three ladders for the hall": (
        "i need a coffee",
        "that's great news",
        "just leave it as it is",
    ),
    "the cake is for saturday": (
        "can you turn the radio down",
        "i'll see you on sunday",
        "see you sunday",
        "not now sweetheart",
        "not the red one put it down",
        "and the candles are in the drawer",
    ),
    "darling the plumber has been": (
        "drop that",
        "drop it",
        "take it back",
        "don't put that in your mouth",
    ),
    "i am free on friday": (
        "when is the meeting",
        "are you coming friday",
        "i am starving",
    ),
    "the choir sings on the ninth": (
        "lovely that's sorted",
        "where are my glasses",
    ),
    "the dal is in the fridge": (
        "the milk is in the fridge too",
        "is the milk in the fridge",
    ),
    "the lift is broken on floor two": (
        "the stairs are wet",
        "somebody should call them",
    ),
    "my flight lands at six forty": (
        "pick me up please",
        "remind me at six",
    ),
    "the bill was ninety pounds": (
        "daylight robbery",
        "i nearly fainted",
        "ninety pounds can you believe it",
        "pay it tomorrow",
    ),
    "the stew is ready my dears": (
        "wash your hands",
        "remove your shoes",
        "the bread is ready too",
    ),
}
"""Texts, and what is said behind them that is not said of them."""


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [(text, said, right) for text, rows in CORRECTED.items() for said, right in rows],
)
def test_the_texts_own_words_tell_what_changes(text: str, said: str, right: str) -> None:
    found = aligned(text, said, ENGLISH)
    assert found is not None
    assert Phrase(found.text).spoken == Phrase(right).spoken


@pytest.mark.parametrize(
    ("text", "said"), [(text, said) for text, rows in UNTOUCHED.items() for said in rows]
)
def test_what_is_said_of_something_else_changes_nothing(text: str, said: str) -> None:
    assert aligned(text, said, ENGLISH) is None


_WORDS = (
    "the van leaves at nine ten friday monday no not i meant sorry drop take out from make to "
    "kitchen attic is it in under and because just shorter"
)
_SAID = st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=9)


@given(_SAID, _SAID)
def test_no_word_is_proposed_that_neither_has(old: list[str], said: list[str]) -> None:
    found = aligned(" ".join(old), " ".join(said), ENGLISH)
    if found:
        assert set(Phrase(found.text).spoken) <= {*old, *said}


@given(_SAID, _SAID)
def test_words_around_what_gives_way_stay_as_they_are(old: list[str], said: list[str]) -> None:
    """What is said anew or exchanged is one part of the text: before and behind it nothing changes.

    So each word of the text that is left out stands where the others are said, or is named.
    """
    found = aligned(" ".join(old), " ".join(said), ENGLISH)
    if found is None or "shorter" in said or "just" in said:
        return
    new = list(Phrase(found.text).spoken)
    before = next(
        (at for at, pair in enumerate(zip(old, new, strict=False)) if len(set(pair)) > 1), len(new)
    )
    rest_old, rest_new = old[before:][::-1], new[before:][::-1]
    behind = next(
        (at for at, pair in enumerate(zip(rest_old, rest_new, strict=False)) if len(set(pair)) > 1),
        min(len(rest_old), len(rest_new)),
    )
    put_in = new[before : len(new) - behind]
    assert all(word in said for word in put_in)


@given(_SAID, _SAID)
def test_talk_of_words_is_never_put_in(old: list[str], said: list[str]) -> None:
    found = aligned(" ".join(old), " ".join(said), ENGLISH)
    talk = {word for (word,) in ENGLISH.answers["speaking_of_words"]} - set(old)
    if found:
        assert not talk & set(Phrase(found.text).spoken)


def test_what_is_longer_than_one_says_corrects_nothing() -> None:
    assert aligned("the van leaves at nine", "it leaves at ten " * 30, ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        (
            "the porter is not to wait",
            "leave out the not for goodness sake",
            "the porter is to wait",
        ),
        ("please shut the hatch", "drop the please oh dear", "shut the hatch"),
        ("please shut the hatch", "take the word please out good grief", "shut the hatch"),
        ("the hatch is quite urgent", "lose the quite blimey thanks", "the hatch is urgent"),
    ],
)
def test_a_named_word_is_left_out_whatever_is_cried_behind_it(text, said, right):
    """ "The please" names a word that tells nothing by itself."""
    found = aligned(text, said, ENGLISH)
    assert found is not None
    assert found.text == right


@pytest.mark.parametrize("said", ["drop please", "leave out the please on the table"])
def test_what_names_no_word_leaves_nothing_out(said):
    """Where it goes on, it may tell of something."""
    assert aligned("please shut the hatch", said, ENGLISH) is None
