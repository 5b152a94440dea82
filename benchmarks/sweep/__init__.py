"""Sweeps measured: how many documents a second, and what do they find?"""
