"""Decisions: what they mean for the ward, confirming, applying, taking back."""
