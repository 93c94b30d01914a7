"""A plan that takes back the effect of another (phương án khắc phục), judged like any other."""
