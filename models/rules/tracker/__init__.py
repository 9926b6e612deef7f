"""What the tracker's grid can show and change, how it is filtered, and what a view keeps."""
