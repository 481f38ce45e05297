"""Emoji by what people call them."""
