"""A workspace's names kept true."""
