"""Everything on one machine: an Echo, a cloud, a Slack workspace, a page, the command line."""
