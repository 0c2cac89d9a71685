"""Independent peers: other people's models of the services that we speak to."""
