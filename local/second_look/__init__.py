"""The examples from which the second look at texts is fitted, and the fitting."""
