"""Directives (chỉ đạo): what was decided, drafted out of its text, issued as works, followed up."""
