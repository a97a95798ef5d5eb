"""From a file of any format to blocks: paragraphs and rows of tables."""
