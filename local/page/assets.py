"""The files that the browser loads, as they are in the folder beside this module."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

FOLDER = Path(__file__).parent / "assets"

# Said here, for what the machine's own table says of .js is not the same everywhere.
_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True)
class _Asset:
    body: bytes
    media_type: str
    etag: str


class AssetFolder:
    """The page's files, read once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Read every file of `folder` whose type the page knows."""
        self._assets = {
            file.name: _Asset(
                body=(body := file.read_bytes()),
                media_type=_MEDIA_TYPES[file.suffix],
                etag=f'"{sha256(body).hexdigest()[:32]}"',
            )
            for file in sorted(folder.iterdir())
            if file.suffix in _MEDIA_TYPES
        }

    async def index(self, request: Request) -> Response:
        """Answer with the page itself."""
        return self._answer(request, "index.html")

    async def asset(self, request: Request) -> Response:
        """Answer with the file named in the path."""
        return self._answer(request, request.path_params["name"])

    def _answer(self, request: Request, name: str) -> Response:
        asset = self._assets.get(name)
        if asset is None:
            return JSONResponse({"error": f"The page has no file {name!r}."}, status_code=404)
        # Kept by the browser, and asked about each time: a newer Earshot shows at once.
        headers = {"Cache-Control": "no-cache", "ETag": asset.etag}
        if request.headers.get("if-none-match") == asset.etag:
            return Response(status_code=304, headers=headers)
        headers["Content-Type"] = asset.media_type
        return Response(asset.body, headers=headers)
