"""Spoken times: found in a phrase, turned into moments, and said."""
