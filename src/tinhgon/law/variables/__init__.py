"""The rules, by subject. Figures stand in `tinhgon/statutes/parameters`."""
