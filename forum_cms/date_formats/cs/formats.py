"""Short dates as Czech sets them: 4. 10. 2021 18:00."""

SHORT_DATE_FORMAT = "j. n. Y"
SHORT_DATETIME_FORMAT = "j. n. Y H:i"
