"""Whether what happened keeps the promise: ids and states, never what was said."""
