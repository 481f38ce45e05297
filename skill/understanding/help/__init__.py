"""What can be done by voice, and which of it fits what is asked or was done last."""
