"""Registry (sổ bộ máy): every unit over time, in force on any day, as known at any instant."""
