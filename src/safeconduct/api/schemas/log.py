"""How far the public log has grown."""

from datetime import datetime

from ninja import Schema
from pydantic import Field


class Size(Schema):
    """The log in numbers."""

    size: int = Field(description="Entries in the log.", examples=[128])
    waiting: int = Field(description="Acts that wait for their place.", examples=[2])


class CheckpointOut(Schema):
    """The newest signed tree head."""

    size: int = Field(examples=[128])
    note: str = Field(
        description="The signed note (C2SP tlog-checkpoint), as published.",
        examples=["ledger.example/log1\n128\nAAAA…\n\n— ledger.example/log1 AAAA…\n"],
    )
    at: datetime
