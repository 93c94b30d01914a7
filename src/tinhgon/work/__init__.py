"""Work (việc): the one model of whatever somebody must do, and who has it at every instant."""
