"""All the ways to read a dictated phrase. Pure.

What speaks for a reading and against it is summed up in points. They are set by hand, beside the
code that gives them, and `earshot explain` shows them. An exact name beats a longer one that is
merely alike, and a name never takes the text's first word.
"""
