"""Dates as Czech sets them: 4. 10. 2021 18:00, and a day of its month: 4. října."""

SHORT_DATE_FORMAT = "j. n. Y"
SHORT_DATETIME_FORMAT = "j. n. Y H:i"
MONTH_DAY_FORMAT = "j. E"
