"""The commands of `linli`, one file each; each imports what it needs when it runs."""
