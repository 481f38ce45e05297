"""With which language's ear names are heard: the one place that chooses. Pure.

Another language is a package beside `english` that has the same, and stored names say by whose
sounds they are indexed (SOUNDS), so that those of others are indexed anew.
"""

from postbox.directory.names.english import SOUNDS
from postbox.directory.names.english.data import (
    abbreviations,
    alike_called,
    nicknames,
    particles,
    respellings,
    spoken_titles,
    titles,
)
from postbox.directory.names.english.likeness import alike, weight
from postbox.directory.names.english.numerals import in_digits
from postbox.directory.names.english.sounds import skeleton, sound

__all__ = [
    "SOUNDS",
    "abbreviations",
    "alike",
    "alike_called",
    "in_digits",
    "nicknames",
    "particles",
    "respellings",
    "skeleton",
    "sound",
    "spoken_titles",
    "titles",
    "weight",
]
