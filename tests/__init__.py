"""The rules of Linli, each stated as a test; folders mirror the packages."""
