"""Whom an answer names, rules out or points out. Pure."""
