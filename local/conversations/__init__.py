"""Conversations as plain text files that are played: the acceptance tests of what is spoken."""
