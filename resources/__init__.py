"""What is given: templates, fonts, styles, code lists and the demo panel."""
