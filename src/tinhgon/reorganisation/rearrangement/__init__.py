"""What a package does to the apparatus: as a value, counted, and read from where it is kept."""
