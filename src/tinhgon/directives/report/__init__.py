"""The report of a year (báo cáo năm), compiled from the record: page, DOCX, PDF and JSON."""
