"""What a large workspace costs: a cold function's first phrase, a fold, a listing, a sweep."""
