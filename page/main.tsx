import { render } from 'preact';
import { App } from './app.tsx';
import { findDetails } from './data.ts';
import { groupEntries } from './lists.ts';

const place = document.querySelector('#app');
if (place === null) throw new Error('the page has no place for its content');
place.replaceChildren();
render(<App />, place);
// How long it took, for tests and for readers who wonder.
performance.mark('first table');
addEventListener('load', readAhead, { once: true });

/** What the first detail needs, a step at a time, so that whoever is faster waits for one of them at most. */
function readAhead(): void {
  for (const step of [findDetails, groupEntries]) setTimeout(step, 0);
}
