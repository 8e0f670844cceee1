"""What a workshop is and the rules that hold for it; plain data and pure functions, standard library only."""
