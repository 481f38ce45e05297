"""Who of those in a room may hear and send: what households and links chose, codes, the trail."""
