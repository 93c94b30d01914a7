"""What the page of a package or a plan says of it: lead, figures, steps, changes."""
