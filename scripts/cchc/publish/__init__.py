"""From a built site to what the public sees, whole or not at all; and the portal's backup."""
