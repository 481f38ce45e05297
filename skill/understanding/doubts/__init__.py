"""What speaks against posting words without a question, whoever read them. Pure.

A sign costs a question, so each is tested with what it lets pass beside what it stops. A rule that
cannot tell asks, and what is for nobody named must be free of far more than what is for one person.
"""
