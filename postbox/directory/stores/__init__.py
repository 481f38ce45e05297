"""Where a workspace's names are kept."""
