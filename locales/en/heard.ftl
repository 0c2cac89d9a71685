# A voice note was heard: what of it will count.

# Variables: $heard? (what will be answered), $command? (what will be done)
heard-right =
    { $heard ->
        [none] { $command ->
            [none] I heard you.
           *[other] I heard: { $command }.
        }
       *[other] I heard: { $heard }.
    }
    Is that right?
heard-right-yes = Yes, that is right
heard-right-no = No, that is wrong

command-done = That is all
