"""Words by which somebody corrects what they say, and what comes of them. Pure."""
