"""Messages for later, as they are asked for, listed, moved and cancelled."""
