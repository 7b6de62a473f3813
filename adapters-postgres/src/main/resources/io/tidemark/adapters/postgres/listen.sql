listen "%s"
