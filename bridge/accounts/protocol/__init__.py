"""OAuth as RFC 6749 and 7636 have it, as far as Alexa speaks it. Pure.

One client, one grant, opaque tokens: what a library would leave to us (PKCE without `plain`, exact
redirect addresses, codes that work once, families of tokens) is nearly all of it.
"""
