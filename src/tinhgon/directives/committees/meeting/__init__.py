"""Sessions of committees: called, held, cancelled."""
