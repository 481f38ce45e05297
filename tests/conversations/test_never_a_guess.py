"""Each kind of mistake that was ever seen in understanding has its transcripts, line for line.

The table names the transcript, what is said, and how the answer begins; test_transcripts.py plays
the files.
"""

from itertools import pairwise
from pathlib import Path

import pytest

from local.conversations.notation.grammar import parse
from local.conversations.steps import Hear, Say

FOLDER = Path(__file__).parent

SHOWN = {
    "what is meant for a person is not posted in public": """
        meant_for_a_person | tell slack to send a message privately to kevin saying you are hired
            Sent to Kevin Park.
        meant_for_a_person | tell slack to send kevin park sorry i missed you
            Sent to Kevin Park.
        meant_for_a_person | tell slack to send tell kevin i'm late
            To Kevin Park: I'm late. Send it
        meant_for_a_person | tell slack to post something in random saying lunch is on me
            Sent to random.
    """,
    "places and people that are no more, or never were": """
        no_longer_there | tell slack to send the salary list is ready to finance
            To finance: the salary list is ready. Send it
        no_longer_there | tell slack to send the offer is signed to the backend team
            To general: the offer is signed to the backend team. Send it
        no_longer_there | tell slack to send accounting that the offer is signed
            To general: accounting that the offer is signed. Send it
        no_longer_there | tell slack to send the offer is signed to all the sailors
            To general: the offer is signed to all the sailors. Send it
        no_longer_there | tell slack to send the offer is signed to will
            To general: the offer is signed to will. Send it
        no_longer_there | ask slack to tell zebulon the offer is signed
            I can't find zebulon
        meant_for_a_person | tell slack to send the offer is signed to my boss
            To general: the offer is signed to my boss. Send it
    """,
    "what is said beside the message, or begins another one": """
        said_beside_the_message | ask slack to ask ana no ask kevin if he's eaten
            Sent to Kevin Park.
        said_beside_the_message | tell slack you're a very good listener you know that
            To general: you're a very good listener you know that. Send it
        said_beside_the_message | ask slack to post in the kitchen channel soup by four
            I can't find kitchen
        said_beside_the_message | tell slack to send kevin is useless and i want him out
            To general: kevin is useless and I want him out. Send it
    """,
    "to me, to myself": """
        notes_to_oneself | tell slack to send buy milk to me
            Sent to Giselle.
        notes_to_oneself | tell slack to make a note to self the gate code changed
            Sent to Giselle.
    """,
    "a name never takes the text's first word": """
        exact_beats_long | tell slack to tell rob in a meeting until four
            Sent to Rob Hall.
        turned_to_the_person | tell slack to tell rob he said yes
            Sent to Rob Hall.
    """,
    "first names that are particles": """
        exact_beats_long | tell slack to tell den the boat is ready
            Sent to Den Fisher.
    """,
    "negation, corrections, second recipients": """
        corrected_in_one_breath | tell slack to send lunch is here to kevin but not to ana
            Sent to Kevin Park.
        corrected_in_one_breath | tell slack to tell kevin no wait ana that the soup is hot
            Sent to Ana Lima.
        corrected_in_one_breath | tell slack to tell kevin i'm late and tell ana to start
            Sent to Kevin Park and Ana Lima.
        said_anew | tell slack to send the soup is hot to general no to random
            Sent to random.
        said_anew | ask slack to tell kevin uh tell him that the tea is ready
            Sent to Kevin Park.
        said_anew | ask slack to tell kevin the ropes are here tell ana too
            To Kevin Park: the ropes are here tell ana too. Send it
        for_each_their_own | ask slack to tell nora to rake the yard and pavel to lock the gate
            Sent to Nora Voss and Pavel Stone.
        for_each_their_own | ask slack to tell nora we borrowed
            To Nora Voss: we borrowed. Send it
        for_each_their_own | tell slack to send somebody should let ivan know the kiln is hot
            To general: somebody should let ivan know the kiln is hot. Send it
    """,
    "a message is not cut at a place that it mentions": """
        a_place_in_the_text | tell slack to send i'm on the way to the sf office
            To sf office: I'm on the way. Send it
        a_place_in_the_text | tell slack to send i'm stuck in parking
            To parking: I'm stuck. Send it
        a_place_in_the_text | tell slack to send we lost the deal to sales
            To sales: we lost the deal. Send it
    """,
    "spoken forms of channels": """
        channels_as_they_are_said | tell slack to send to hash random the cake is cut
            Sent to random.
        channels_as_they_are_said | tell slack to send the cake is cut to pound random
            Sent to random.
        channels_as_they_are_said | tell slack to post in the channel called random the cake is cut
            Sent to random.
        channels_as_they_are_said | tell slack to tell kubernetes we are draining node six
            Sent to k8s.
    """,
    "whom and where, said in the midst of a text": """
        said_in_the_midst | tell slack to put up a sign in kitchen saying the boat is in
            To general: a sign in kitchen saying the boat is in. Send it
        said_in_the_midst | tell slack to send the boat is in anywhere but general
            To general: the boat is in anywhere but general. Send it
        said_in_the_midst | tell slack to send the boat is in to kevin with another copy to bob
            To Bob Stone: the boat is in to kevin with another copy. Send it
    """,
    "commands are no messages": """
        said_in_the_midst | tell slack to write it the way i put it
            To general: it the way I put it. Send it
        commands_are_no_messages | tell slack to send them all
            That sounded like no message
        commands_are_no_messages | tell slack to write it down
            That sounded like no message
        commands_are_no_messages | tell slack to send it tomorrow
            That sounded like no message
        commands_are_no_messages | ask slack to send someone a message
            Who is it for?
    """,
    "in the middle of a dialog": """
        corrected_after_sending | oops delta nine not four
            Changed your message to Will Ames.
        corrected_after_sending | change six to seven
            Changed your message to Ana Lima.
        corrected_after_sending | no wait kevin
            It is for Kevin Park. What should I say?
        answers_in_other_words | not park the other one
            Sent to Kevin Sato.
        answers_in_other_words | neither i meant will
            Sent to Will Ames.
        answers_in_other_words | both of them
            Sent to Kevin Park and Kevin Sato.
        answers_in_other_words | um park but say lunch is at one
            To Kevin Park: lunch is at one. Send it
        said_instead_of_the_message | that's the wrong will
            Who is it for?
        another_time_at_the_question | change it to six
            Tomorrow at 6 PM to general: the van is here. Send it
        another_time_at_the_question | actually to random
            On Monday at 6:30 PM to random: the van is here. Send it
        said_instead_of_the_message | yes
            yes: send that to Will Ames, or wait?
        draft_kept | tell ana lunch is ready
            Sent to Ana Lima. Back to your message.
    """,
    "mentions": """
        mentions_by_voice | tell slack to post lunch is here and mention kevin
            To general: lunch is here and mention kevin. Send it
        mentions_by_voice | tell slack to post at everyone lunch is here
            To general: at everyone lunch is here. Send it
    """,
    "indirect speech": """
        said_in_the_midst | ask slack to tell kevin to ring him
            Sent to Kevin Park.
        turned_to_the_person | tell slack to tell kevin to bring milk
            Sent to Kevin Park.
        turned_to_the_person | ask slack to ask kevin if he is coming
            Sent to Kevin Park.
        turned_to_the_person | ask slack to thank kevin for the cake
            Sent to Kevin Park.
    """,
    "group messages": """
        a_group_by_its_members | tell slack to send hi to the group with kevin and ana
            I can't find kevin and ana
        what_is_not_plain | kral
            To Lena Ruiz and Ivo Kral: soup is ready. Send it
    """,
    "no question where a name is exact": """
        exact_names_settle | ask slack to tell ronald cohen the tea is ready
            Sent to Ronald Cohen.
        exact_names_settle | ask slack to tell miguel gross the tea is ready
            Sent to Miguel Gross.
        exact_names_settle | tell slack to send the soup is hot to lounge
            Sent to lounge.
        exact_names_settle | tell slack to announce in general that the soup is hot
            Sent to general.
    """,
    "answers that would teach nonsense": """
        names_not_taught | tell slack when i say everyone i mean kevin park
            I didn't learn that.
        names_not_taught | tell slack when i say ana i mean kevin park
            ana is a name in your Slack already
        names_not_taught | tell slack when i say um kevin i mean ana
            I didn't learn that.
    """,
}


def shown(transcript: str) -> set[tuple[str, str]]:
    """Return what is said in a transcript, each with the answer."""
    steps = parse((FOLDER / f"{transcript}.txt").read_text(encoding="utf-8")).steps
    pairs = pairwise(steps)
    return {
        (said.utterance or "", heard.expected)
        for said, heard in pairs
        if isinstance(said, Say) and isinstance(heard, Hear)
    }


@pytest.mark.parametrize("kind", SHOWN)
def test_each_kind_of_mistake_is_shown_in_transcripts(kind):
    lines = [line.strip() for line in SHOWN[kind].strip().splitlines()]
    for said_in, answer in zip(lines[::2], lines[1::2], strict=True):
        transcript, said = said_in.split(" | ")
        found = [heard for text, heard in shown(transcript) if text == said]
        assert any(heard.startswith(answer) for heard in found), (transcript, said, found)
