"""What hangs on a message: attachments and files."""
