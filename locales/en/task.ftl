# A volunteer who said yes tells how it goes.

# Variables: $leaves?, $name? (the resident's)
task-step =
    { $leaves ->
        [none] How is it going?
       *[other] How is it going with: { $leaves }?
    }
    .simple = What would you like to tell us? Press one number.
    .item = How it goes
# Variables: $remote? (yes: by telephone or in writing)
task-step-on_my_way = { $remote ->
        [none] I am on my way
       *[yes] I am calling or writing now
    }
task-step-done = It is done
task-step-partly = A part of it is done
task-step-hand_back = I cannot do it after all
task-step-contact = Send words to the resident

task-arrive_at = When will you be there?
    .hint = You can also write a time, for example 15:30.
    .simple = In how many minutes will you be there?
    .item = There
task-arrive_at-minutes_15 = In 15 minutes
task-arrive_at-minutes_30 = In 30 minutes
task-arrive_at-hour = In an hour
task-arrive_at-later_today = Later today

task-word = What shall we tell the resident?
    .hint = We pass it on without your phone number.
    .item = Your words
