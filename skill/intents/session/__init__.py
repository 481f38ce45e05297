"""Intents about the conversation with Alexa itself."""
