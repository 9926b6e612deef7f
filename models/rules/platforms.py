"""Where people have accounts, by the names that papers give those places."""

PLATFORMS = (
    "snapchat", "snap", "instagram", "insta", "facebook", "tiktok", "whatsapp", "telegram",
    "discord", "twitter", "x", "youtube", "signal", "kik", "onlyfans", "playstation", "psn",
    "xbox", "roblox", "wizz", "grindr", "tinder",
)  # fmt: skip
"""Each in small letters; one that begins another stands behind it."""
WRITTEN = {"snap": "Snapchat", "insta": "Instagram", "psn": "PlayStation", "tiktok": "TikTok"}
"""How those are written whose own name is another, or has a capital within."""
