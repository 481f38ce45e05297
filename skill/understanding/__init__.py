"""What was said, as a person meant it. Pure: no SDK, no clock, no environment."""
