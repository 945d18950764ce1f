"""PDF → PDF of pictures, as an office's scanner sends it."""

from __future__ import annotations

import io
import random
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_DAY = time.gmtime(0)  # not the day of the run, so that the same pages are the same bytes


def to_scan(pdf: bytes, *, dpi: int = 200, rotation: float = 0.0, noise: int = 0) -> bytes:
    """Every page as one grey picture of `dpi` dots an inch, without any text.

    `rotation` turns each page by so many degrees, by turns either way; `noise` darkens or lightens
    each dot by up to so many of 255 steps, the same on every run.
    """
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    pages: list[Image] = []
    for number, page in enumerate(document):
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        if rotation:
            turn = rotation if number % 2 == 0 else -rotation
            picture = picture.rotate(turn, resample=2, expand=False, fillcolor=255)
        pages.append(_noisy(picture, noise, number) if noise else picture)
    document.close()
    file = io.BytesIO()
    pages[0].save(
        file, "PDF", resolution=dpi, save_all=True, append_images=pages[1:], quality=80,
        creationDate=_DAY, modDate=_DAY,
    )  # fmt: skip
    return file.getvalue()


def _noisy(picture: Image, noise: int, seed: int) -> Image:
    from PIL import Image, ImageChops

    grain = Image.frombytes(
        "L", picture.size, random.Random(seed).randbytes(len(picture.tobytes()))
    )
    darker = grain.point([value * noise // 255 for value in range(256)])
    return ImageChops.add(
        ImageChops.subtract(picture, darker), darker.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    )
