import { render } from 'preact';
import { App } from './app.tsx';
import { readAhead } from './lists.ts';

const place = document.querySelector('#app');
if (place === null) throw new Error('the page has no place for its content');
place.replaceChildren();
render(<App />, place);
// How long it took, for tests and for readers who wonder.
performance.mark('first table');
addEventListener('load', () => setTimeout(readAhead, 0), { once: true });
