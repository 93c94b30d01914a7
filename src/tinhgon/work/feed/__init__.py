"""Works as a calendar feed that calendars of people subscribe to (lịch công việc)."""
