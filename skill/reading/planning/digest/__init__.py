"""Many messages in few sentences. Pure."""
