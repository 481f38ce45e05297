"""The commands, one file each: to try Earshot out, and for a deployment."""
