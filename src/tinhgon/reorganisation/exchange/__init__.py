"""Plans as files: taken along and brought back as CSV, XLSX, YAML or JSON."""
