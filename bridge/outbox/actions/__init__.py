"""What goes out beside messages: reactions, changes, schedules, marks."""
