"""A message on its way from dictation to the outbox: whom it is for, what it says, what to ask."""
