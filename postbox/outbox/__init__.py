"""What goes out: commands, their queue, and what became of them."""
