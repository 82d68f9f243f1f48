"""Signed files: keys, the organisation, requests, decisions; pure: bytes in, bytes out."""
