import { render } from 'preact';
import type { PageTrend } from '../src/report/page-data.ts';
import { blockText } from './block.ts';
import { TrendView } from './trend.tsx';

const place = document.querySelector('#app');
if (place === null) throw new Error('the page has no place for its content');
const trend: PageTrend = JSON.parse(blockText('trend'));
place.replaceChildren();
render(<TrendView trend={trend} />, place);
