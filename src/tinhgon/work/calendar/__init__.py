"""The working calendar as the database has it: days off that were announced late change only it."""
