"""What leaves the panel: Word, Excel, calendar, feed and charts, made from frozen records."""
