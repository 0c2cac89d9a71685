# A caller is asked to take a call. Nothing here says who it is with, or what about.

# Variables: $by? (voice, text, relay or interpreter), $language?, $before? (a clock time),
# $urgent? (yes: somebody may be in danger)
card-answer =
    { $urgent ->
        [yes] Urgent. Somebody needs a person now.
       *[none] Somebody is waiting for a person.
    }
    { part-card }
    Can you take it?
    .simple = Can you talk with somebody now? Press one number.
card-answer-take = Yes, I take it
card-answer-not_now = Not now
card-answer-more = Tell me more

card-more =
    If you say yes, you get a link to a page.
    The page shows who it is, and every sentence to say.
    You need no form and no paper.
    You can give it back at any time, without a reason.
