"""Published finances: accessible tables, charts, what the calendar still awaits."""
