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
NEWEST = "sixth_rehearsal"
"""Learned from least: how it stands to the limits is printed, and no limit fails for it."""
HELD_OUT = "held_out"
PARTS = (*OPEN, HELD_OUT)
