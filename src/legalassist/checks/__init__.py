"""What an author or an auditor asks of everything: is the content sound, is the packet whole."""
