"""Who and where: phrases as Alexa writes them, over a workspace of 10,000 people; what is right.

Parts share no name, channel habit, sentence or text. Those that are open are to tune with; the last
is held out, and its phrases are never printed.
"""

from pathlib import Path

OPEN = ("tuning", "rehearsal", "second_rehearsal")
HELD_OUT = "held_out"
PARTS = (*OPEN, HELD_OUT) if (Path(__file__).parent / "banks" / HELD_OUT).exists() else OPEN
