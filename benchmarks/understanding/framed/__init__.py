"""Framed: plain texts put into many ways to say whom they are for, so that what is right is known.

All of it is made by ourselves, frames and texts, which the second look has learned from. It tells
what readings make of a text that they ought to leave alone, not how often people are misunderstood.
"""
