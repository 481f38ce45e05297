"""A second look at texts by fitted weights. Pure."""
