"""Personal data in texts that the ward is about to publish: found, named, refused."""
