"""The documents keep to the code: what they list is what there is, what they show was done."""
