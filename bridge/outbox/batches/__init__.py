"""A batch as the queue hands it over: in order, each group by itself; what happened, in numbers."""
