# What is said aloud and not written, or said otherwise than it is written.
# Numbers, times and abbreviations become words by speech.toml.

# One choice: what it is comes before its key. Variables: $label, $press
speech-option = { $label }: press { $press }.
speech-person = For a person, press 0.
speech-choose_many = You may choose several, one after the other.
speech-more = For more choices, press 6.
speech-done = For none of these, press #.
speech-skip = To skip this, press #.
speech-keys = To hear it again, press 9. To go back, press *.

# Stands for an address of the web or of mail, which no ear can keep.
speech-link = the link in the written message
speech-mail = the mail address in the written message
# Stands for a word in a script that no voice of this machine reads.
speech-other_script = a word in another script

# A time of day. Variables: $hour, $minute?, $part ("in the morning")
speech-clock = { $minute ->
        [none] { $hour } { $part }
       *[other] { $hour } { $minute } { $part }
    }
speech-noon = twelve noon
speech-midnight = midnight
# Variables: $start, $end (times of day)
speech-span = from { $start } to { $end }
# Variables: $nth ("third"), $month, $year?
speech-date = { $year ->
        [none] the { $nth } of { $month }
       *[other] the { $nth } of { $month } { $year }
    }
