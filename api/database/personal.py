"""Every column that holds personal data: why, and for how long; a test refuses one not listed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Personal:
    """One sealed column. `retention_days` counts from the end of what it served."""

    table: str
    column: str
    purpose: str
    retention_days: int


PERSONAL = (
    Personal("people", "name", "so that helper and resident can greet each other", 30),
    Personal("people", "phone", "so that a person can be called when they agreed to it", 30),
    Personal("people", "contact", "so that a call is safe for whom it is with", 30),
    Personal("people", "profile", "so that the next talk begins as it suits them", 30),
    Personal("addresses", "address", "so that a message can be sent", 30),
    Personal("alerts", "words", "so that a safeguarding lead can judge the danger", 90),
    Personal("alerts", "why", "so that a safeguarding lead sees what raised it", 90),
    Personal("alerts", "note", "so that the next to see to it knows what was done", 90),
    Personal("requests", "place", "so that a neighbour finds the door", 30),
    Personal("requests", "details", "so that the right help is brought", 30),
    Personal("requests", "remark", "so that the group learns what was missing", 30),
    Personal("calls", "note", "so that the next caller knows what was said", 30),
    Personal("sessions", "state", "so that a conversation goes on where it was", 30),
    Personal("inbound", "body", "so that nothing said is lost before it is understood", 30),
    Personal("texts", "words", "so that a person reads what somebody wrote", 30),
    Personal("recordings", "audio", "so that a person hears what no program understood", 30),
    Personal("notices", "values", "so that a message can be sent, and shown again", 30),
    Personal("geocoded", "answer", "so that a geocoder is asked once for the same words", 30),
)
