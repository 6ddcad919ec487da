"""How editors find and make people and organisations."""
