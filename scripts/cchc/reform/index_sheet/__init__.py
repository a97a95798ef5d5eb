"""Bảng chấm điểm as the .xlsx that offices send each other: written to print, read as it comes."""
