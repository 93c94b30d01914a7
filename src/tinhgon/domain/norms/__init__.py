"""Norms (định mức, tiêu chí tổ chức): judging the whole apparatus as it stands on one day.

Rules stand in `rules/`, one a file; figures of law reach them as values (`figures.Figures`).
"""
