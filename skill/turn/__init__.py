"""One turn: who speaks, where and when, which question is open; and the reply to it."""
