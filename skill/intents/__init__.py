"""What can be asked, one file each: a turn and the services in, a reply out."""
