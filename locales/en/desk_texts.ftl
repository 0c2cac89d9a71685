# Free words that people wrote, to be read by a coordinator.

desk-texts = Words to read
desk-texts_about = No program notices everything. So a person reads what people write in free words.
desk-texts_waiting = Not read yet
desk-texts_overdue = Late
desk-texts_oldest = The oldest waits for
desk-texts_words = What they wrote
desk-texts_asked = We asked
desk-texts_unasked = nothing
# Variables: $count
desk-texts_show = Show the oldest { $count }
desk-texts_read = I have read these
desk-texts_read_note = Take the tick away where you want to look again later.
desk-texts_none = Everything is read. Thank you.
desk-texts_fear = I fear for this person
desk-texts_danger = In danger: tell the safeguarding lead
desk-texts_flag = Something hidden: tell the lead in silence
desk-texts_fear_note = Of what is hidden nothing is ever shown to who wrote.
desk-said_alert_raised = The safeguarding lead is being told. You can take it yourself here.
desk-said_texts_read = Noted. You have read them.

# On the queue. Variables: $count (late ones)
desk-texts_unread =
    { $count ->
        [0] texts to read
       *[other] texts to read, { $count } late
    }
