"""Text line by line: quotes and lists, tables, rules, bars, and lines that go on."""
