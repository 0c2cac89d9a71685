"""The channels of a deployment, by its settings: an explicit table, nothing registers itself."""

from __future__ import annotations

from api.vocabulary import Channel as ChannelName
from bot.channel import Channel
from bot.channels.web import Frame, Web
from bot.settings import Settings


def channels_of(settings: Settings) -> dict[ChannelName, Channel]:
    """The web page always; Telegram where there is a token for it.

    Practice has neighbours who answer by themselves, but never beside a real wire.
    """
    channels: dict[ChannelName, Channel] = {ChannelName.WEB: Web(frame_of(settings))}
    if settings.telegram_token:
        from bot.channels.telegram import Telegram  # noqa: PLC0415 - memory of small machines

        channels[ChannelName.TELEGRAM] = Telegram(
            settings.telegram_token,
            api=settings.telegram_api,
            public_url=settings.public_url,
            secret=settings.telegram_webhook,
        )
    elif settings.practice:
        from bot.channels.neighbours import Neighbours  # noqa: PLC0415 - for practice alone

        channels[ChannelName.TERMINAL] = Neighbours()
    return channels


def frame_of(settings: Settings) -> Frame:
    """What stands on every chat page: the way out, and the numbers to call in danger."""
    return Frame(
        exit_url=settings.quick_exit,
        practice=settings.practice,
        emergency=settings.listed("emergency_voice"),
        emergency_sms=settings.emergency_sms,
        coordinator_phone=settings.coordinator_phone,
        credit=settings.geocoder_credit if settings.geocoder_url else "",
    )
