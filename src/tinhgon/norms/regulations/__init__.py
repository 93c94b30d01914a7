"""Working regulations of bodies (quy chế làm việc): adopted, ended, compared."""
