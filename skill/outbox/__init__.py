"""Handing over to the outbox, and what became of it, in words."""
