# How well each rule understands free words, for who writes the rules.

desk-understanding = Understanding words
desk-understanding_about =
    Free words propose answers. People say whether these are right.
    The rules that are corrected most come first.
# Variables: $day
desk-understanding_since = Counted since { $day }, for each rule. No words and no persons are kept.
desk-understanding_small = Numbers below 5 are not shown, so that they tell of nobody.
desk-understanding_none = No rule has proposed anything yet.
desk-understanding_hits = Proposed
desk-understanding_confirmed = Confirmed
desk-understanding_corrected = Corrected
desk-understanding_few = fewer than 5
# Variables: $language
desk-understanding_unreviewed = { $language }: nobody has reviewed the rules for danger. Do not count on Linli to notice it.
