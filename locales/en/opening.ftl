# How a caller begins, and what comes first: said before any question, on the page and on paper.
# `opening-<step>` is said to whoever answers; `opening-<step>.do` tells the caller what to do;
# `opening-<step>-<answer>` is what the other side may answer.

# ---- who is this. Variables: $caller? (the caller's first name), $name? (whom the call is for)
opening-who =
    { $caller ->
        [none] Good day.
       *[other] Good day, my name is { $caller }.
    }
    { $name ->
        [none] Did you ask for a call?
       *[other] Do I speak with { $name }?
    }
    .do = Name neither Linli nor the request before you know who it is.
# Somebody who did not ask for a call: they are invited. Variables: $caller?, $name?
opening-who_invited =
    { $caller ->
        [none] Good day.
       *[other] Good day, my name is { $caller }.
    }
    { $name ->
        [none] May I say briefly why I am calling?
       *[other] Do I speak with { $name }?
    }
opening-who-yes = Yes, it is them
opening-who-wrong = It is somebody else
opening-who-voicemail = A machine answers
opening-who-relay = A relay operator answers
opening-who-unclear = I can hardly understand them

# ---- is it a good time
opening-from = I am from Linli, where neighbours help each other.
# Whoever is invited, by whom and what to. Variables: $group, $inviter? (who gave us the number),
# $invited_as (volunteer, leader or caller)
opening-invited =
    { $inviter ->
        [none] We are calling for { $group }.
       *[other] { $inviter } gave us your number, for { $group }.
    }
    { $invited_as ->
        [leader] Could you lead this group of neighbours?
        [caller] Could you talk with neighbours who wait for a person?
       *[volunteer] Could you help a neighbour now and then?
    }
    We would ask you by phone each time.
    You may say no. Then we delete your number.
opening-safe =
    Is now a good and safe time to talk?
    You can say stop at any time.
    .do = Listen: somebody may stand beside them. Never ask why it is not safe.
opening-safe-yes = Yes, now is good
opening-safe-no = No, not now

# ---- whom can they trust. Variables: $coordinator_phone?
opening-doubt =
    I never ask for bank cards, passwords or identity papers.
    { $coordinator_phone ->
        [none] If in doubt, hang up and call the number you know.
       *[other] If in doubt, hang up and call us: { $coordinator_phone }.
    }

# ---- not a good time
opening-later =
    That is all right.
    When may we call you again?
    .do = Do not insist. Say goodbye, then note the time they say.

# ---- somebody else answers
opening-wrong =
    Please excuse me.
    I will try again another time. Goodbye.
    .do = Say nothing about the request, not even that there is one.

# ---- a machine answers. Variables: $caller?, $coordinator_phone?
opening-voicemail =
    { $caller ->
        [none] Good day.
       *[other] Good day, this is { $caller }.
    }
    { $coordinator_phone ->
        [none] Please call me back. Goodbye.
       *[other] Please call me back: { $coordinator_phone }. Goodbye.
    }
    .do = Say only this. Say nothing about Linli or the request.
opening-no_voicemail = Hang up now. Leave no message.

# ---- a relay operator answers
opening-relay =
    Good day. I wait while you connect us.
    .do = Do not hang up. Speak to the person, not to the operator. Leave them time.

# ---- an interpreter is needed
opening-interpreter =
    I will get somebody who speaks your language.
    Please stay on the line.
    .do = Speak to the person, in short sentences. Wait after each one.

# ---- their speech is hard to understand
opening-unclear =
    I have time. I ask, and you say yes or no.
    Please tell me when I understood you wrongly.
    .do = Repeat what you understood. Do not finish their sentences. Never pretend.

# ---- they go on
opening-relay-go_on = Go on
opening-interpreter-go_on = Somebody interprets now
opening-unclear-go_on = We understand each other now
opening-unclear-interpreter = They need an interpreter

# ---- somebody may be in danger. Nothing here says that anybody was called. Variables: $emergency?
opening-danger =
    If you are in danger, please hang up.
    Then call { part-emergency }.
    I cannot send help myself.
