"""The portal's files as the browser editor may see and write them."""
