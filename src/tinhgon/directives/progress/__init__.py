"""Progress (tiến độ) of what a unit gave: figures of a day, their trend, where the days went."""
