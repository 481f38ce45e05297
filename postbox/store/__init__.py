"""The one table: its keys, its errors, how facts become items and how long they stay."""
