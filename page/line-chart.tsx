import { type Point, roundTop, runsOf } from './scale.ts';

interface SparklineProps {
  readonly dates: readonly string[];
  /** null: not known, which is a gap. */
  readonly values: readonly (number | null)[];
}

interface LineChartProps extends SparklineProps {
  /** At the dates; a dot is hollow where it was not. */
  readonly isWhole: readonly boolean[];
  readonly shown: (value: number) => string;
}

const PLOT = { width: 246, height: 84 };
const MARGIN = { left: 46, right: 8, top: 8, bottom: 18 };

/**
 * One measure over time, from zero. Drawn as SVG, so that it takes the page's colours, prints and zooms; the numbers stand in
 * the table below it, so it is hidden from readers of text.
 */
export function LineChart({ dates, values, isWhole, shown }: LineChartProps) {
  const runs = runsOf(dates, values, PLOT);
  if (runs.length === 0) return <p class="faint">not known in any of these snapshots</p>;
  const top = roundTop(values);
  const title = ({ index }: Point) => `${dates[index]}: ${shown(values[index] ?? 0)}`;
  return (
    <svg
      class="chart"
      aria-hidden="true"
      viewBox={`${-MARGIN.left} ${-MARGIN.top} ${PLOT.width + MARGIN.left + MARGIN.right} ${PLOT.height + MARGIN.top + MARGIN.bottom}`}
    >
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line class="grid" x1={0} x2={PLOT.width} y1={level(value, top)} y2={level(value, top)} />
          <text class="axis-y" x={-6} y={level(value, top) + 3}>
            {shown(value)}
          </text>
        </g>
      ))}
      <Lines runs={runs} />
      {runs.flat().map((point) => (
        <circle
          key={point.index}
          class={isWhole[point.index] === true ? 'dot' : 'dot hollow'}
          cx={point.x}
          cy={point.y}
          r={3}
        >
          <title>{title(point)}</title>
        </circle>
      ))}
      <text class="axis-first" x={0} y={PLOT.height + 15}>
        {dates[0]}
      </text>
      {dates.length > 1 && (
        <text class="axis-last" x={PLOT.width} y={PLOT.height + 15}>
          {dates.at(-1)}
        </text>
      )}
    </svg>
  );
}

function level(value: number, top: number): number {
  return PLOT.height - (PLOT.height * value) / top;
}

const SPARK = { width: 180, height: 22 };

/** The shape of a series, at the end of the row that has its numbers. */
export function Sparkline({ dates, values }: SparklineProps) {
  const runs = runsOf(dates, values, SPARK);
  return (
    <svg class="spark" aria-hidden="true" viewBox={`-3 -3 ${SPARK.width + 6} ${SPARK.height + 6}`}>
      <Lines runs={runs} />
      {runs.flatMap((run) =>
        run.length === 1 ? run.map(({ index, x, y }) => <circle key={index} class="dot" cx={x} cy={y} r={2} />) : [],
      )}
    </svg>
  );
}

function Lines({ runs }: { readonly runs: readonly (readonly Point[])[] }) {
  return (
    <>
      {runs.map((run) => (
        <polyline
          key={run[0]?.index}
          class="line"
          points={run.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}
        />
      ))}
    </>
  );
}

function round(place: number): number {
  return Math.round(place * 100) / 100;
}
