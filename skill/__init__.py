"""The voice side: an Alexa request in, speech out."""
