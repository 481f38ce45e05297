"""What is no message, or half of one: half sentences, what others in the room are told. Pure."""
