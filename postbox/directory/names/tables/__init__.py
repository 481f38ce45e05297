"""Names as they are stored: sorted tables cut into parts, a patch, and what says which count."""
