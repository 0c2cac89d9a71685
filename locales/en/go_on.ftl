# A code was given, with which a conversation from elsewhere can go on here.

# Variables: $languages?, $emergency?
go_on-language = { ask-language }
    .call = { ask-language.call }
go_on-here =
    You gave us a code from another conversation.
    Go on with that conversation here?
go_on-here-yes = Yes, go on here
go_on-here-no = No
go_on-stays =
    That conversation stays where it is.
    Write to us here when you need help.
