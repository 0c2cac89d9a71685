"""Deliveries: notices leased to be sent, and what became of them."""

from api.deliveries.service.claiming import claim, lease_one

__all__ = ["claim", "lease_one"]
