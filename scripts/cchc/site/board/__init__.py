"""The board for the one-stop shop's touch screen or television: /niem-yet/."""
