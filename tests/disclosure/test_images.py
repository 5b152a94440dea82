import io

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from safeconduct.disclosure import images
from safeconduct.disclosure.images import (
    Box,
    ImageRefused,
    NoDetector,
    clean,
    find_faces,
)

SECRET = b"Mun Thae-bok"


def photograph(form: str = "JPEG", **extra: object) -> bytes:
    """Make a picture of noise with everything that files carry along."""
    noise = np.random.default_rng(3).integers(0, 255, (60, 90, 3), dtype=np.uint8)
    picture = Image.fromarray(noise)
    exif = picture.getexif()
    exif[0x010E] = SECRET.decode()  # image description
    exif[0x0112] = 6  # turned by a quarter
    stream = io.BytesIO()
    options: dict[str, object] = {"exif": exif, "icc_profile": b"icc " + SECRET}
    if form == "JPEG":
        options |= {"comment": SECRET, "xmp": b"<x>" + SECRET + b"</x>"}
    picture.save(stream, form, **options, **extra)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_nothing_but_pixels_is_carried_over(form: str) -> None:
    """No EXIF, ICC, XMP or comment is in the new file, whatever the old one was."""
    made = clean(photograph(form))
    again = Image.open(io.BytesIO(made.data))

    assert SECRET in photograph(form)
    assert SECRET not in made.data
    assert not dict(again.getexif())
    assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert "exif" in made.dropped
    assert "icc" in made.dropped


def test_text_chunks_go() -> None:
    """A PNG loses its text chunks."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())

    assert SECRET not in clean(photograph("PNG", pnginfo=notes)).data


def test_the_image_is_turned_upright() -> None:
    """The orientation is applied before it is forgotten."""
    made = clean(photograph())

    assert (made.width, made.height) == (60, 90)


def test_transparency_stays() -> None:
    """A picture with an alpha channel becomes a PNG with one."""
    stream = io.BytesIO()
    Image.new("RGBA", (4, 4), (10, 20, 30, 40)).save(stream, "PNG")
    made = clean(stream.getvalue())

    assert made.format == "PNG"
    assert Image.open(io.BytesIO(made.data)).getpixel((1, 1)) == (10, 20, 30, 40)


def test_of_an_animation_the_first_frame_is_left() -> None:
    """Further frames do not ride along."""
    stream = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), (shade, 0, 0)) for shade in (10, 200)]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    made = clean(stream.getvalue())

    assert "frames" in made.dropped
    assert getattr(Image.open(io.BytesIO(made.data)), "n_frames", 1) == 1


def test_a_face_is_left_with_sixteen_colours() -> None:
    """Nothing of a destroyed face is left that could be inverted; around it all is."""
    noise = np.random.default_rng(5).integers(0, 255, (100, 100, 3), dtype=np.uint8)
    picture = Image.fromarray(noise)
    images.destroy(picture, Box(40, 40, 20, 20))
    after = np.asarray(picture)

    face = after[34:66, 34:66].reshape(-1, 3)
    assert len(np.unique(face, axis=0)) <= images.BLOCKS**2
    assert (after[:30] == noise[:30]).all()


def test_a_box_at_the_edge() -> None:
    """A face that leaves the picture is destroyed as far as it is in it."""
    picture = Image.new("RGB", (20, 20))
    images.destroy(picture, Box(15, 15, 40, 40))
    images.destroy(picture, Box(90, 90, 5, 5))

    assert picture.size == (20, 20)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        photograph()[:300],
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(40),
    ],
    ids=["empty", "text", "cut", "svg", "broken"],
)
def test_what_is_no_image_is_refused(data: bytes) -> None:
    """A sentence says what to do."""
    with pytest.raises(ImageRefused) as refused:
        clean(data)

    assert str(refused.value).endswith(".")


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    """A small file with very many pixels is not unpacked."""
    stream = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(stream, "PNG")

    with pytest.raises(ImageRefused, match="limit is 50,000,000"):
        clean(stream.getvalue())


def test_the_box_in_its_place_has_nothing_of_the_image() -> None:
    """What stands in for a withheld image is always the same."""
    assert images.withheld() == images.withheld()
    assert Image.open(io.BytesIO(images.withheld())).size == (640, 360)


def test_without_a_detector_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence tells how to install one."""

    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(images, "import_module", missing)

    with pytest.raises(NoDetector, match="safeconduct\\[faces\\]"):
        find_faces(photograph())


def test_what_a_detector_finds_is_destroyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Boxes of both cascades come back once each, and are destroyed in the new file."""

    class Cascade:
        def __init__(self, file: str) -> None:
            self.file = file

        def empty(self) -> bool:
            return False

        def detectMultiScale(self, grey: object, **_: object) -> list[list[int]]:  # noqa: N802
            assert np.asarray(grey).shape == (90, 60)  # upright
            return [[10, 20, 16, 16]]

    class OpenCV:
        CascadeClassifier = Cascade

        class data:  # noqa: N801
            haarcascades = "cascades/"

    monkeypatch.setattr(images, "import_module", lambda _: OpenCV)
    faces = find_faces(photograph())
    made = clean(photograph(), faces)

    assert faces == (Box(10, 20, 16, 16),)
    assert made.blurred == faces
    assert made.data != clean(photograph()).data


def test_a_real_face_is_found_and_is_none_afterwards() -> None:
    """The detector finds the astronaut's face, and none in the file made anew."""
    pytest.importorskip("cv2", reason="the extra safeconduct[faces] is not installed")
    data = pytest.importorskip("skimage.data", reason="needs scikit-image's portrait")
    stream = io.BytesIO()
    Image.fromarray(data.astronaut()).save(stream, "PNG")

    faces = find_faces(stream.getvalue())

    assert [(box.left // 100, box.top // 100) for box in faces] == [(1, 0)]
    assert find_faces(clean(stream.getvalue(), faces).data) == ()
