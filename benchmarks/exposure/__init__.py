"""How fast are protected names found among 100,000 persons, and how often wrongly?"""
