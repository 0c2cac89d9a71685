"""Every word a person reads or hears, in each language."""
