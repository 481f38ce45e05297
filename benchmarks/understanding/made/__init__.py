"""What the phrases are made of: names, channels, sounds, and who is in the workspace."""
