"""A transcript as text: its lines, and what each of them means."""
