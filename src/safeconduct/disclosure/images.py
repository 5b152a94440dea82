"""What of an image may leave? Its pixels, in a new file, once a person decided.

An image is decoded, turned as its orientation says, copied pixel by pixel into a new
picture and encoded anew: nothing of the old file is carried over, no EXIF, no ICC, no
XMP, no comment, no thumbnail, no second frame. Metadata are never stripped in place.

A detector of faces is an aid, never a clearance. Uniforms, tattoos, bandages, papers,
rooms and landmarks identify too, so every image is withheld until a person confirms it.
A face is destroyed, not blurred: the mean colours of a few blocks cannot be inverted.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

import numpy as np
from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

MOST_PIXELS: Final = 50_000_000
"""Pixels that are decoded; at most 200 MB in memory."""
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
BLOCKS: Final = 4
"""Blocks along each side of a destroyed face: 16 colours are no likeness."""
MARGIN: Final = 0.35
"""Of a face's width, added on each side: ears, hair and chin identify too."""
QUALITY: Final = 90

# Frontal and profile faces, in the files that OpenCV 4 brings; OpenCV 5 brings none.
CASCADES: Final = ("haarcascade_frontalface_default.xml", "haarcascade_profileface.xml")
SMALLEST: Final = 24  # pixels: smaller faces are not found by these cascades


class ImageRefused(ValueError):
    """The bytes are no image that can be made anew; the message is one sentence."""


class NoDetector(RuntimeError):
    """No detector of faces is installed."""

    def __init__(self) -> None:
        super().__init__(
            "No detector of faces is installed. Install one with pip install "
            "'safeconduct[faces]', or look at the image yourself; it is withheld "
            "until a person confirms it."
        )


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, from the top left corner of the upright image."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class CleanImage:
    """A new file with the pixels of the old one.

    Attributes:
        data: PNG where the old file had transparency or a palette, else JPEG.
        dropped: Which kinds of metadata the old file held, by name.
        blurred: The faces that were destroyed.
    """

    data: bytes
    format: str
    width: int
    height: int
    dropped: tuple[str, ...]
    blurred: tuple[Box, ...] = ()


def clean(data: bytes, blur: Sequence[Box] = ()) -> CleanImage:
    """Make an image anew from its pixels.

    Args:
        data: JPEG, PNG, WebP, GIF, BMP or TIFF; of several frames the first is taken.
        blur: Rectangles of the upright image to destroy.

    Raises:
        ImageRefused: It is no such image, is damaged, or has too many pixels.
    """
    picture, dropped = _decode(data)
    for box in blur:
        destroy(picture, box)
    return _encode(picture, dropped, tuple(blur))


def find_faces(data: bytes) -> tuple[Box, ...]:
    """Find faces of the upright image; what it does not find may still be a face.

    Raises:
        ImageRefused: It is no image.
        NoDetector: OpenCV 4 is not installed.
    """
    picture, _ = _decode(data)
    grey = np.asarray(picture.convert("L"))
    found = [box for cascade in _cascades() for box in _search(cascade, grey)]
    return tuple(dict.fromkeys(found))


def withheld(width: int = 640, height: int = 360) -> bytes:
    """Draw what stands in the place of an image that nobody has confirmed, as PNG.

    It has nothing of the image, not even its size.
    """
    picture = Image.new("L", (width, height), 225)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, width - 1, height - 1), outline=120, width=4)
    pen.line((0, 0, width, height), fill=190, width=3)
    pen.line((0, height, width, 0), fill=190, width=3)
    return _bytes(picture, "PNG")


def destroy(picture: Image.Image, box: Box) -> None:
    """Overwrite a face with the mean colours of a few blocks.

    A Gaussian blur of known width can be inverted, and a fine mosaic matched with
    photographs (McPherson et al. 2016, arXiv 1609.00408): 16 colours leave neither.
    """
    area = _area(picture, box)
    if area[0] < area[2] and area[1] < area[3]:
        face = picture.crop(area)
        few = face.resize((BLOCKS, BLOCKS), Image.Resampling.BOX)
        picture.paste(few.resize(face.size, Image.Resampling.NEAREST), area)


def _area(picture: Image.Image, box: Box) -> tuple[int, int, int, int]:
    across, down = round(box.width * MARGIN), round(box.height * MARGIN)
    return (
        max(0, box.left - across),
        max(0, box.top - down),
        min(picture.width, box.left + box.width + across),
        min(picture.height, box.top + box.height + down),
    )


def _decode(data: bytes) -> tuple[Image.Image, tuple[str, ...]]:
    """Copy the pixels of the first frame, upright, in RGB or RGBA."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of a bomb before it raises; our own bound is lower.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=FORMATS)
            _bound(opened)
            dropped = _metadata(opened)
            upright = ImageOps.exif_transpose(opened)
        mode = "RGBA" if upright.has_transparency_data else "RGB"
        pixels = upright.convert(mode)
    except ImageRefused:
        raise
    except Image.DecompressionBombError as error:
        raise ImageRefused(_TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise ImageRefused(_NO_IMAGE) from error
    except (OSError, ValueError, SyntaxError, TypeError, KeyError) as error:
        # Pillow's readers raise all of these on damaged files.
        raise ImageRefused(
            "The image is damaged and cannot be decoded; save it again as JPEG or PNG."
        ) from error
    # A new picture: `convert` copies the dictionary of metadata along.
    return Image.fromarray(np.array(pixels)), dropped


_NO_IMAGE = (
    "This is no image that can be read; give a JPEG, PNG, WebP, GIF, BMP or TIFF file."
)


_TOO_LARGE = (
    f"The image has too many pixels and the limit is {MOST_PIXELS:,}; make it smaller."
)


def _bound(opened: Image.Image) -> None:
    if opened.width * opened.height > MOST_PIXELS:
        raise ImageRefused(_TOO_LARGE)


def _metadata(opened: Image.Image) -> tuple[str, ...]:
    """Name the kinds of metadata that a file holds, never their values."""
    kinds = {
        "exif": bool(dict(opened.getexif())),
        "icc": "icc_profile" in opened.info,
        "xmp": any("xmp" in str(key).lower() for key in opened.info),
        "comment": "comment" in opened.info,
        "iptc": "photoshop" in opened.info,
        "text": bool(getattr(opened, "text", None)),
        "frames": getattr(opened, "n_frames", 1) > 1,
    }
    return tuple(kind for kind, present in kinds.items() if present)


def _encode(
    picture: Image.Image, dropped: tuple[str, ...], blurred: tuple[Box, ...]
) -> CleanImage:
    form = "PNG" if picture.mode == "RGBA" else "JPEG"
    return CleanImage(
        data=_bytes(picture, form),
        format=form,
        width=picture.width,
        height=picture.height,
        dropped=dropped,
        blurred=blurred,
    )


def _bytes(picture: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    options = {"quality": QUALITY} if form == "JPEG" else {"optimize": False}
    picture.save(stream, form, **options)
    return stream.getvalue()


def _cascades() -> list[Any]:
    try:
        cv2 = import_module("cv2")
        folder = cv2.data.haarcascades
        made = [cv2.CascadeClassifier(folder + name) for name in CASCADES]
    except (ImportError, AttributeError) as error:
        raise NoDetector from error
    if any(cascade.empty() for cascade in made):
        raise NoDetector
    return made


def _search(cascade: Any, grey: np.ndarray[Any, Any]) -> list[Box]:
    found = cascade.detectMultiScale(
        grey, scaleFactor=1.1, minNeighbors=4, minSize=(SMALLEST, SMALLEST)
    )
    return [Box(*(int(number) for number in row)) for row in found]
