"""The slots that narrow what is asked for, as skill/dialog/requested.py fills them."""

PLACE, TIME, ABOUT, ASKS, LEADS = "place", "time", "about", "asks", "leads"
"""Where, when, of what; what asks ("who"); what leads to the name ("in")."""
LIMITS = (PLACE, TIME, ABOUT)
PEOPLE = "people"
"""What asks where it asks who."""
IN = "in"
"""What leads to a place."""
