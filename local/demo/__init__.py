"""What makes the demo lively: a team, what it wrote this morning, and colleagues who answer."""
