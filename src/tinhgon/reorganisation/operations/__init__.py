"""The operations of a plan (thao tác) as sentences and as a list."""
