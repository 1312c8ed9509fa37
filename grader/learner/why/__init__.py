"""The causes themselves, a file for each kind: functions from a case to a sentence, or to None."""
