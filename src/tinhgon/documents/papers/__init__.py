"""Official papers (văn bản) as files: their form, what they say as a value, DOCX and PDF of it."""
