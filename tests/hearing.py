"""What people were told, and what a test expects of it."""

from __future__ import annotations

from accessibility.prompt import Prompt
from tests.deployment import Deployment
from tests.wires import Wire


class Hearing(Deployment):
    """Everything that reached somebody, in the order it came."""

    def open_prompt(self, name: str) -> Prompt | None:
        """The question a person was asked last, if that was the last thing said."""
        said = self._messages(name)
        return said[-1].prompt if said and said[-1].prompt.asks else None

    def heard(self, name: str) -> list[str]:
        """Every message a person got, as text."""
        return ["\n".join(message.lines) for message in self._messages(name)]

    def expect(self, name: str, text: str) -> None:
        """The person was told this since they were last asked about; earlier words are passed."""
        heard = self.heard(name)
        for number, message in enumerate(heard[self.read_up_to[name] :], self.read_up_to[name]):
            if text in message:
                self.read_up_to[name] = number + 1
                return
        new = "\n---\n".join(heard[self.read_up_to[name] :])
        raise AssertionError(f"{name} did not hear {text!r}; new was:\n{new}")

    def expect_nothing(self, name: str) -> None:
        """Nothing new reached the person."""
        new = self.heard(name)[self.read_up_to[name] :]
        assert not new, f"{name} heard: {new}"

    def expect_never(self, name: str, text: str) -> None:
        """No message to the person ever had these words."""
        assert not [message for message in self.heard(name) if text in message]

    def transcript(self) -> list[str]:
        """What was said by whom, for a reader of a failed journey."""
        told = [
            f"{name}: {m}" for w in self.wires.values() for name in w.sent for m in _texts(w, name)
        ]
        return [*self.log, "", *told]


def _texts(wire: Wire, name: str) -> list[str]:
    return ["\n    ".join(message.lines) for message in wire.sent[name]]
