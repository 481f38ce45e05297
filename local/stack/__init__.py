"""The running local stack: MiniStack, the Slack workspace, an Echo and the page, as one thing."""
