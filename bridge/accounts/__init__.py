"""Account linking: an authorization server to Alexa, a Slack app to Slack."""
