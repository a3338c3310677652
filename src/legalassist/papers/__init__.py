"""Papers for the table: the information sheet, the interviewer's guide, the list of papers for family members."""
