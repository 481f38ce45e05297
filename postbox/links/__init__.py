"""Who speaks: links, and what each of them taught, chose and used up."""
