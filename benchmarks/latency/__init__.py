"""How long a turn takes on the local stack, beside the same hops with nothing in them."""
