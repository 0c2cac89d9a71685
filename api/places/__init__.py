"""The gazetteer: named spots of the neighbourhood, found by near names."""
