# A volunteer is asked to help. Nothing here says who the resident is.

# Variables: $leaves, $urgency, $area?, $letter? (the letter this offer can be answered by),
# $accommodations?, $distance?, $count? (people; 5 means five or more), $interpreter? (a language),
# $half? (bring: to the gate, or carry: from there to the door)
offer-answer =
    { $letter ->
        [none] { "" }
       *[other] Request { $letter }.
    }
    { $half ->
        [none] A neighbour needs: { $leaves }.
        [bring] Bring to the gate: { $leaves }.
       *[carry] Carry from the gate: { $leaves }.
    }
    { part-offer }
    { $interpreter ->
        [none] Can you help?
       *[other] Can you help in { $interpreter }?
    }
    .simple = Can you help this neighbour? Press one number.
offer-answer-accept = Yes, I will help
offer-answer-decline = No, I cannot
offer-answer-more = Tell me more
offer-answer-not_now = Not now, ask me later

# Variables: $letter? (the letter this offer can be answered by),
# $interpreter? (the language of the resident, which they do not share)
offer-more =
    { $interpreter ->
        [none] { "" }
       *[other] They speak { $interpreter }. An interpreter may help you, also by phone.
    }
    You get the name and address only if you say yes.
    You can give it back at any time, without a reason.
    Ask the resident before you buy anything, and keep the receipt.
    Never take a bank card.
    { $letter ->
        [none] { "" }
       *[other] You can also say yes later, with the letter: { $letter }1.
    }
