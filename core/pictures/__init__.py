"""Files that people send: what is inside, what is taken out of them, and a picture to show."""
