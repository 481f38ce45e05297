"""The guided way from nothing to an Echo that speaks: checks, questions, and what is made."""
