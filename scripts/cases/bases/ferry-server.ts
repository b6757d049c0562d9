import { projectFolder } from '../python-metadata.ts';
import { source } from '../source.ts';
import type { Draft, Identity } from '../story.ts';
import { pyproject, pythonManifest, pythonReadme } from './python-package.ts';

/** FastMCP over httpx: timetables from the API of its brand. */
export function ferryServer(identity: Identity): Draft {
  const { name, brand } = identity;
  const folder = projectFolder(name);
  return {
    description: `Timetables of ${brand.replaceAll('-', ' ')} for any MCP client`,
    manifest: pythonManifest(identity, 'server:main'),
    files: {
      [`${folder}/__init__.py`]: INIT.replaceAll('BRAND', brand),
      [`${folder}/server.py`]: SERVER.replaceAll('BRAND', brand),
      [`${folder}/timetable.py`]: TIMETABLE.replaceAll('BRAND', brand),
      'pyproject.toml': pyproject(identity, 'server:main'),
      'README.md': pythonReadme(identity, 'Departures, arrivals and delays of ferries.'),
    },
  };
}

const INIT = source`
  """Timetables of BRAND."""

  __all__ = ["server", "timetable"]
`;

const SERVER = source`
  """The server and its tools."""

  from mcp.server.fastmcp import FastMCP

  from . import timetable

  mcp = FastMCP("BRAND")


  @mcp.tool()
  async def departures(pier: str, hours: int = 6) -> str:
      """Lists the departures from a pier.

      Args:
          pier: Name of the pier.
          hours: How far to look ahead.
      """
      rows = await timetable.departures(pier, hours)
      return "\n".join(f"{row['time']} {row['to']}" for row in rows)


  @mcp.tool()
  async def delays(route: str) -> str:
      """Tells how late the ferries of a route are today."""
      rows = await timetable.delays(route)
      return "\n".join(f"{row['ferry']}: {row['minutes']} min" for row in rows) or "on time"


  def main() -> None:
      mcp.run()


  if __name__ == "__main__":
      main()
`;

const TIMETABLE = source`
  """Asks the timetable API."""

  import os

  import httpx

  BASE_URL = "https://api.BRAND.test/v2"


  def _headers() -> dict[str, str]:
      key = os.environ.get("FERRY_API_KEY", "")
      return {"accept": "application/json", "authorization": f"Bearer {key}"}


  async def _get(path: str, **params: object) -> list[dict]:
      async with httpx.AsyncClient(timeout=10) as client:
          response = await client.get(BASE_URL + path, params=params, headers=_headers())
          response.raise_for_status()
          return response.json()["rows"]


  async def departures(pier: str, hours: int) -> list[dict]:
      return await _get(f"/piers/{pier}/departures", hours=hours)


  async def delays(route: str) -> list[dict]:
      return await _get(f"/routes/{route}/delays")
`;
