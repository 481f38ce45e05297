"""Whole worlds to play conversations in: everything in one process, or on the running stack."""
