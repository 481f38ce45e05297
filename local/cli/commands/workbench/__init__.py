"""The commands by which Earshot is tried out on this machine, one file each."""
