"""Reminders of works, in the program and by e-mail, as each person sets them (nhắc việc)."""
