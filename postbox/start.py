"""The first import of every function: no garbage is looked for while the rest is imported.

What is imported stays, so that looking through it again and again finds nothing and takes a tenth
of a cold start. Afterwards it is left out of what is looked through, which spares requests, too.
"""

import gc

gc.disable()


def imported() -> None:
    """Say that all is imported; the last line of a function's entry."""
    gc.freeze()
    gc.enable()
