"""Official forms: their items, and the answer sheets that stand in where no blank is supplied."""
