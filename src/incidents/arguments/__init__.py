"""What a report says of an event: how many, how much money, on whose word."""
