"""Documents of the law and of the ward, the yearly review, and who cites them."""
