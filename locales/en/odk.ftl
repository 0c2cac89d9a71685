# A form in ODK or Kobo: what it says besides the questions, to whoever fills it in.

# Variables: $emergency?, $coordinator_phone?
sheet-odk_stop =
    STOP if somebody is in danger.
    Ask them to call { part-emergency } now.
    { $coordinator_phone ->
        [none] Then tell your coordinator.
       *[other] Then call the coordinator: { $coordinator_phone }.
    }
    At any question, 0 stands for a person.
# Variables: $coordinator_phone?
sheet-odk_tell =
    This form tells nobody by itself.
    { $coordinator_phone ->
        [none] Tell your coordinator now.
       *[other] Call the coordinator now: { $coordinator_phone }.
    }
sheet-odk_last =
    Send this form now.
    Nobody was asked for help yet.

sheet-odk_known = What is true already?
sheet-odk_known_do = Tick it yourself. Do not ask.
sheet-odk_value-leaves = What does the neighbour need?
sheet-odk_value-urgency = When is it needed?
sheet-odk_lookup-my_requests = Write the receipt number.
sheet-odk_lookup-languages = Write the name of the language.

sheet-odk_person = 0: a person
sheet-odk_zero = 0: they want a person.
sheet-odk_skip = Go on if there is no answer.
sheet-odk_required = Please fill this in, or give 0 for a person.
# Variables: $most (characters)
sheet-odk_too_long = That is too long. At most { $most } characters are kept.
sheet-odk_phone = Please write the whole phone number, or 0 for a person.
sheet-odk_pin = Do you know the place on the map?
sheet-odk_pin_do = Mark only where the help is needed, never where you are.
sheet-odk_at_time = At another time
sheet-odk_time = At what time?
sheet-odk_change = Is something wrong? Go back and change it.
# Variables: $title (of another form)
sheet-odk_opens = Now open the other form: { $title }.

# At the desk, beside the scripts on paper
desk-script_xlsform = Get it for ODK or Kobo
