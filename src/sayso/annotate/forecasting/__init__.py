"""What a forecast is made of: its deadline, its conditions, its words of probability, and what a rule can say of them."""
