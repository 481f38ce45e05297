"""What the page, the transcripts and the command line do in the workspace."""
