"""Papers that come from outside: read behind walls, rebuilt from what their pages show, and listed for what is not."""
