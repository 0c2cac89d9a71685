"""Deliveries: notices leased to be sent, and what became of them."""

from api.deliveries.service.claiming import claim

__all__ = ["claim"]
