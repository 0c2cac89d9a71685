"""The least that a bot can do: python-telegram-bot's own way to say everything back.

`python -m bench.echo_bot BASE_URL TOKEN`; it keeps nothing and knows nobody.
"""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say back what was said."""
    del context
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main() -> None:
    """Poll until stopped."""
    base_url, token = sys.argv[1:]
    application = ApplicationBuilder().token(token).base_url(base_url).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    sys.stdout.write("echoing\n")
    sys.stdout.flush()
    application.run_polling()


if __name__ == "__main__":
    main()
