"""What is held in others' consoles: the AWS account, the Slack app, the Alexa skill."""
