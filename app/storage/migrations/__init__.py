"""Changes of the schema between versions of the program; ``versions`` holds one file for each."""
