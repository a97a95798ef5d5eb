"""Where the province publishes, and bringing it: folders, pages, the national portal's lists."""
