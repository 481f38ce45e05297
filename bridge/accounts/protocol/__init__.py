"""OAuth as Alexa speaks it: oauthlib's server, with what is stricter here. Pure.

oauthlib decides on requests in the order of RFC 6749 and 7636. Ours are the registered client, the
reading of parameters, PKCE by S256 alone, and what is said to somebody who must not be sent on.
"""
