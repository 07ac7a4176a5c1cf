"""Reports: what is handed over as a file. The same facts as the pages."""
