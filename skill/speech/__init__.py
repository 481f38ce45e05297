"""Everything that Alexa says on Earshot's behalf."""
