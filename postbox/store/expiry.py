"""How long the mailbox keeps what it has, in seconds (DynamoDB's TTL does the removing)."""

DAY = 24 * 60 * 60
FORTNIGHT = 14 * DAY
