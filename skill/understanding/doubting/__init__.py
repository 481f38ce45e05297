"""The rules of doubt, each asked of the texts that it is for. Pure."""
