"""The desk (Bàn làm việc): a local web page to write, correct, preview and publish."""
