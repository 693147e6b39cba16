"""What people do in a room, said as they would say it. Every step waits until it can be seen."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.journeys.place import Place


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with a browser. Without script they ask for new messages; with it these just come."""

    name: str
    page: Page
    script: bool = True

    def come_in(self, place: Place, button: str = "Go in") -> None:
        """Through the door of the meeting that is on."""
        self.page.goto(f"/meetings/{place.told['meeting']}/door/")
        self.press(button)
        expect(self.page.get_by_role("heading", name="Evening circle")).to_be_visible()
        if self.script:  # whose modules are all here: a line that is lost before stops them on their way
            expect(self.page.locator("room-me:defined")).to_be_attached()

    def press(self, name: str) -> None:
        """The button of that name, the first there is."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def look(self) -> None:
        """See what is new."""
        if not self.script:
            self.page.get_by_role("link", name="Show new messages").click()

    def says(self, words: str, button: str = "Send") -> None:
        """Type and send."""
        self.page.get_by_role("textbox", name="Your words").fill(words)
        self.press(button)

    def hears(self, words: str) -> None:
        """Read it in the log."""
        self._finds(self.log.get_by_text(words))

    def hears_nothing_of(self, words: str) -> None:
        """The log is there, and this is not in it."""
        self.look()
        expect(self.log).to_be_attached()
        expect(self.log.get_by_text(words)).to_have_count(0)

    def sees(self, words: str) -> None:
        """Read it anywhere on the page."""
        self._finds(self.page.get_by_text(words).locator("visible=true").first)

    def _finds(self, sought: Locator) -> None:
        """It may come a moment later: whoever has no script looks again a few times."""
        for _time in range(0 if self.script else 10):
            self.look()
            if sought.is_visible():
                break
        expect(sought).to_be_visible()

    def opens(self, name: str) -> None:
        """Unfold a part of the page."""
        self.page.locator("summary").filter(has_text=name).first.click()

    @property
    def log(self) -> Locator:
        """What is said."""
        return self.page.get_by_role("log")
