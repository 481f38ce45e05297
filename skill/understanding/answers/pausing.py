"""What asks the device for a moment: "hang on", "wait, I must turn down the stove". Pure."""

from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase


def pauses(dictated: str, language: Language) -> bool:
    """Whether words ask for a moment, alone or with what the speaker has to do meanwhile.

    Not where a text follows: "hold on tight everyone", "wait the tide is coming in".
    """
    asked, spoken = language.asked, Phrase(dictated).spoken
    waiting = language.answers["waiting"] | asked["ends_waiting"] | asked["hesitating"]
    at = pause = 0
    while length := longest_at(waiting | asked["breaths"], spoken, at):
        at += length
        pause += longest_at(waiting, spoken, at - length)
    if not pause:
        return False
    goes_off = longest_at(asked["having_to"], spoken, at)
    verb = spoken[at + goes_off : at + goes_off + 1]
    return at == len(spoken) or (goes_off > 0 and bool(verb) and verb not in asked["telling_verbs"])
