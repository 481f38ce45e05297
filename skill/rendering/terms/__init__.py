"""Words that nobody says as they are written: ids, paths, versions, numbers with signs."""
