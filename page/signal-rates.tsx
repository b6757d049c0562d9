import type { PageOutcomes, PagePipeline } from '../src/report/page-data.ts';
import { heaviest } from '../src/signal.ts';
import { declarations } from './data.ts';
import { percent, RateBar, shareOf } from './figures.tsx';
import { NO_FILTERS } from './filters.ts';
import { writeRoute } from './route.ts';
import { count } from './text.tsx';

/** How often each signal fired beside how often it was measured to. */
export function Signals({ of: { pipeline, signals } }: { readonly of: PagePipeline }) {
  const asked = signals.filter(({ signal }) => declarations.get(signal)?.role !== 'fact');
  const fired = asked.filter((each) => each.fired > 0).length;
  return (
    <details>
      <summary>
        <h3>Signals of {pipeline}</h3>{' '}
        <span class="faint">
          {fired} of {asked.length} fired: how often, beside the measured base rate
        </span>
      </summary>
      <p class="lead">
        How often each was asked about an entry and what came of it; a server listed by two registries was asked about
        twice. The bar is how many of those that it could look at it fired on, on a scale of powers of ten; the mark is
        the base rate that was measured, where that begins with a number.
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Signals of ${pipeline}`}>
        <table class="plain signals">
          <thead>
            <tr>
              <th scope="col">signal</th>
              <th scope="col" class="number">
                weight at most
              </th>
              <th scope="col" class="number">
                fired
              </th>
              <th scope="col" class="number">
                silent
              </th>
              <th scope="col" class="number">
                unseen
              </th>
              <th scope="col" class="number">
                rate
              </th>
              <th scope="col" class="drawn">
                <Scale />
              </th>
              <th scope="col">measured base rate</th>
            </tr>
          </thead>
          <tbody>
            {asked.map((each) => (
              <SignalRow key={each.signal} of={each} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function SignalRow({ of: { signal, fired, silent, unseen } }: { readonly of: PageOutcomes }) {
  const declared = declarations.get(signal);
  const looked = fired + silent;
  const rate = looked === 0 ? null : fired / looked;
  const baseRate = declared?.baseRate ?? null;
  return (
    <tr>
      <th scope="row">
        <a href={writeRoute({ view: 'candidates', open: null, filters: { ...NO_FILTERS, signal } })}>{signal}</a>
        <small>
          {declared?.role === 'clears' ? 'clears; ' : ''}
          {declared?.title}
        </small>
      </th>
      <td class="number">{declared === undefined ? '' : heaviest(declared)}</td>
      <td class={`number ${fired === 0 ? 'zero' : ''}`}>{count(fired)}</td>
      <td class="number faint">{count(silent)}</td>
      <td class="number faint">{count(unseen)}</td>
      <td class="number">{rate === null ? <span class="faint">unseen</span> : percent(rate)}</td>
      <td class="drawn">
        <RateBar rate={rate} base={baseRate === null ? null : shareOf(baseRate.value)} />
      </td>
      <td class="prose">
        {baseRate === null ? (
          <span class="faint">none published</span>
        ) : (
          <>
            {baseRate.value}
            <small>
              {baseRate.population}, {baseRate.date}
            </small>
          </>
        )}
      </td>
    </tr>
  );
}

function Scale() {
  return (
    <span class="scale" aria-label="share, from 0.01 % to 100 %">
      <i>.01 %</i>
      <i>0.1</i>
      <i>1</i>
      <i>10</i>
      <i>100</i>
    </span>
  );
}
