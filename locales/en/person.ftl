# Key 0: a person. The first choice is danger.

# Variables: $coordinator_phone?
person-how =
    How should a person help you?
    { part-call_us }
    .simple = Are you in danger? Press 1. If not, press another number.
person-how-danger = I am in danger now
person-how-call_me = Call me
person-how-write_to_me = Write to me here
    .call = Write to me where we wrote before
person-how-go_on = Go on where I was
# Variables: $emergency?, $emergency_sms?, $relay?, $mode?
person-danger_card = { say-danger_card }
