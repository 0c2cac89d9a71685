"""Reports: how the network stands, in counts and without anybody in them."""
