"""What can be asked: the schema of an interview and the one reader of its YAML files."""
