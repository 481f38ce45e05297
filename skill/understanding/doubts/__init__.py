"""What speaks against posting words without a question, whoever read them. Pure."""
