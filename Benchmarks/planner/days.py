"""What a day weighs: 除夕 4, 初一–初三 3, other statutory days 2, other rest days 1, working days and nights 1."""
import datetime
import glob
import os

import yaml_text

LUNAR_NEW_YEAR = [datetime.date.fromisoformat(text) for text in (
    "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03")]
MINUTES_OF_HALF_DAY = 720


class Days:
    def __init__(self, calendar):
        self.statutory = set()
        for path in sorted(glob.glob(os.path.join(calendar, "cn-*.yaml"))):
            for holiday in yaml_text.load(path).get("holidays") or []:
                self.statutory.update(map(datetime.date.fromisoformat, holiday.get("statutory") or []))

    def weight(self, date):
        since = min((date - day).days for day in LUNAR_NEW_YEAR if (date - day).days >= -1)
        if since == -1:
            return 4
        if since <= 2:
            return 3
        return 2 if date in self.statutory else 1
