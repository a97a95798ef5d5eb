"""What words say, wherever they stand: kinds of change, levels, numbers of sections, capitals."""
