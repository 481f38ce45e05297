"""What texts look like by their words alone: their verbs, their beginnings and ends. Pure."""
