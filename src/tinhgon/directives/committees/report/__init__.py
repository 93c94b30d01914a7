"""A committee's report of its year (báo cáo năm của ban chỉ đạo), with the plan proposed next."""
