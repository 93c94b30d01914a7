"""The form of reminders speaks the language of whoever fills it in."""

from django.utils.translation import override

from tinhgon.work.reminding.forms import RemindersForm


def test_how_days_are_written_is_told_in_the_language_that_is_spoken():
    with override("en"):
        english = str(RemindersForm()["days"].help_text)
    with override("vi"):
        vietnamese = str(RemindersForm()["days"].help_text)

    assert english == "At most 5 numbers from 0 to 60, such as 3, 1"
    assert vietnamese == "Nhiều nhất 5 số, từ 0 đến 60, ví dụ 3, 1"
