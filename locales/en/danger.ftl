# What somebody said may mean danger: one calm question. `.simple` comes after a misunderstanding.
# Nothing here says that anybody was called or sent, and nothing promises secrecy.

# Variables: $emergency?
danger-now =
    I want to be sure.
    Are you in danger now, you or somebody else?
    .simple =
        Is somebody in danger? Press 1 for yes. Press 2 for no.
        In danger, call { part-emergency }.
    .call = Are you in danger now, you or somebody else?
danger-now-yes = Yes, in danger now
danger-now-no = No, not in danger
# Variables: $emergency?, $emergency_sms?, $relay?, $mode?
danger-danger_card = { say-danger_card }
# They said no. It is true: whoever looks after safety reads every such message.
danger-read =
    All right.
    A person of our group will still read your words.
