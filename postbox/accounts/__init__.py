"""Whom an Alexa account, or a voice in it, may speak as: accounts, and what Alexa holds of them."""
