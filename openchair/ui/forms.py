"""The form of the gallery: one field of each kind, shown fresh, filled in, and with something to mend."""

from django import forms

from openchair.kit.words import LineField, WordsField

MENDED = {
    "name": "River",
    "address": "a" * 70,
    "secret": "copper lantern river",
    "story": "It was quiet tonight.\nThat was enough.",
    "mood": "okay",
    "craving": "3",
    "way": "words",
    "needs": ["listen", "met"],
    "zone": "Europe/Rome",
    "day": "2026-03-14",
    "time": "20:00",
    "agreed": "on",
}
WRONG = {"name": "x" * 90, "story": "long " * 60, "mood": "splendid", "needs": ["wine"]}

MOODS = [(mood, mood) for mood in ("very low", "low", "okay", "good", "very good")]
CRAVINGS = [(str(number), str(number)) for number in range(11)]
WAYS = [("lock", "This device’s lock"), ("words", "Six words we offer you"), ("own", "My own words")]
NEEDS = [("listen", "just listen"), ("met", "how you met this"), ("talk", "someone to talk to")]
ZONES = [
    ("Europe", [("Europe/Rome", "Rome"), ("Europe/Dublin", "Dublin")]),
    ("America", [("America/New_York", "New York"), ("America/Bogota", "Bogotá")]),
]


class Sample(forms.Form):
    """One field of each kind."""

    name = LineField(label="Your name in this group")
    address = LineField(label="A name that is longer than anybody would expect a label to be", required=False)
    secret = forms.CharField(label="Your words", widget=forms.PasswordInput)
    story = WordsField(label="What would you like to say?", max_length=200)
    mood = forms.ChoiceField(label="How are you right now?", choices=MOODS)
    craving = forms.ChoiceField(label="Craving", choices=CRAVINGS, required=False)
    way = forms.ChoiceField(label="How do you want to sign in?", choices=WAYS)
    needs = forms.MultipleChoiceField(label="What would help?", choices=NEEDS, required=False)
    zone = forms.ChoiceField(label="Time zone", choices=ZONES)
    day = forms.DateField(label="Day")
    time = forms.TimeField(label="Time")
    agreed = forms.BooleanField(label="I have read the agreement")
