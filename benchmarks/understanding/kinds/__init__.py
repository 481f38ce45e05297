"""The kinds of phrases, each with what is right."""
