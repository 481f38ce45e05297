"""The keys of all sentences; keys.pyi, made from the locales, has them one by one for mypy."""

Key = str
"""Of a sentence; to mypy a Literal: an unknown key is an error before anything runs."""
