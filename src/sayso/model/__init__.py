"""What there is: frozen values, standard library only."""
