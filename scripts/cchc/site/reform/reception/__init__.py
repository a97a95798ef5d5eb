"""When people are received: the calendar page, its file, the block of the contact page."""
