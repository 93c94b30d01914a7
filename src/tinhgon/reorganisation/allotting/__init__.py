"""What no rule gives to anybody waits for a person to choose (phân giao)."""
