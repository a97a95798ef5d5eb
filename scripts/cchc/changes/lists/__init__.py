"""Lists and records against the ward's catalogue and the list accepted last."""
