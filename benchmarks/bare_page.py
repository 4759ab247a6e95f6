"""The yardstick: a Dash page with six line charts and one filter, as a tutorial would write it.

Run with a port: it serves under gunicorn with the workers and threads of the dashboard.
"""

import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html
from gunicorn.app.base import BaseApplication

DATA = Path(__file__).resolve().parents[1] / "data"
INDICATORS = (
    "economy.gdp",
    "coal.hydro_generation",
    "coal.thermal_generation",
    "resources.ten_nonferrous_output",
    "resources.flat_glass_output",
    "backup.car_output",
)


def bare_app() -> Dash:
    """Return the page: the same figures, read into a frame once, drawn by plotly express."""
    files = sorted((DATA / "observations").glob("*.csv"))
    frame = pd.concat([pd.read_csv(path) for path in files])
    app = Dash("bare", assets_folder="none")  # else it would serve our smaller plotly.js
    app.layout = html.Div(
        [
            dcc.Dropdown(sorted(frame["region"].unique()), 520000, id="region"),
            *[dcc.Graph(id=f"graph-{n}") for n in range(len(INDICATORS))],
        ]
    )

    @app.callback(
        [Output(f"graph-{n}", "figure") for n in range(len(INDICATORS))],
        Input("region", "value"),
    )
    def draw(region: int) -> list[object]:
        return [
            px.line(
                frame[(frame["indicator"] == name) & (frame["region"] == region)].sort_values(
                    "period"
                ),
                x="period",
                y="value",
                title=name,
            )
            for name in INDICATORS
        ]

    return app


class _Server(BaseApplication):
    def __init__(self, app: Dash, port: int) -> None:
        self.app, self.port = app, port
        super().__init__()

    def load_config(self) -> None:
        for name, value in {
            "bind": f"127.0.0.1:{self.port}",
            "workers": 1,
            "threads": 8,
            "worker_class": "gthread",
            "loglevel": "warning",
        }.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        return self.app.server


if __name__ == "__main__":
    _Server(bare_app(), int(sys.argv[1])).run()
