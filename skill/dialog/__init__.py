"""One turn of a conversation: the table of open questions, and what becomes of a draft."""
