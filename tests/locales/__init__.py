"""Words: complete, plain, safe, short enough; and the catalogue that reads them."""
