"""Voice notes as they came: sealed, for as long as a person or Linli has to listen to them."""
