"""What people see in the browser while they link: plain pages, no scripts. Pure."""
