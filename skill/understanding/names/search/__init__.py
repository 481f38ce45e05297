"""From the sound of a name to those who may have it. Pure."""
