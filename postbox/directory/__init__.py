"""The people and conversations of a workspace, and the names by which they are spoken of."""
