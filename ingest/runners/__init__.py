"""Where the work is done: in this process, or in worker processes."""
