# What free words say is proposed, and counts once it is confirmed.

# Variables: $read_back? (what would be kept, one a line), $changes? (what was told otherwise before)
understood-right =
    { $read_back ->
        [none] { "" }
       *[other] I understood:
            { $read_back }
    }
    { $changes ->
        [none] { "" }
       *[other] I would change:
            { $changes }
    }
    Is that right?
understood-right-yes = Yes, that is right
understood-right-no = No, something is wrong

understood-wrong = What is wrong?
understood-wrong-needs = What you need
understood-wrong-urgency = When
understood-wrong-place = Where
understood-wrong-for_whom = Who the help is for
understood-wrong-accommodations = What we must know
understood-wrong-all = All of it
