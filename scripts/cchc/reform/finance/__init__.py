"""Published finances: tables beside the file, their sums, what the calendar still awaits."""
