PASSWORD = "naryad-demo"
