"""The commands that make, look at and mend a deployment, one file each."""
