"""What goes in and out of the program as files other than documents."""
