"""What can be asked, one file each: a turn in, a reply out."""
