"""Who and where: phrases as Alexa writes them, over a workspace of 10,000 people; what is right.

Parts share no name, channel habit, sentence or text, but where one borrows another's people and
channels. All but the last are open, to tune with; the last is held out, and its phrases are never
printed.
"""

OPEN = (
    "tuning",
    "rehearsal",
    "second_rehearsal",
    "third_rehearsal",
    "fourth_rehearsal",
    "fifth_rehearsal",
    "sixth_rehearsal",
)
HELD_OUT = "held_out"
PARTS = (*OPEN, HELD_OUT)
