"""What a correction changes in a text, found by aligning it with the text's own words."""
