import { useLayoutEffect, useState } from 'preact/hooks';
import { type Filters, NO_FILTERS } from './filters.ts';

export const VIEWS = ['overview', 'candidates', 'gateways', 'drift'] as const;
export type View = (typeof VIEWS)[number];

/** What the address says after `#`: the view, what is opened in it, and how the table is narrowed. */
export interface Route {
  readonly view: View;
  /** The beginning of a candidate's fingerprint, or a gateway's id. */
  readonly open: string | null;
  readonly filters: Filters;
}

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view = '', open = ''] = path.split('/').map(decoded);
  const given = new URLSearchParams(query);
  const filters = Object.fromEntries(Object.entries(NO_FILTERS).map(([key]) => [key, given.get(key) ?? '']));
  return {
    view: VIEWS.find((each) => each === view) ?? 'overview',
    open: open === '' ? null : open,
    filters: { ...NO_FILTERS, ...filters },
  };
}

export function writeRoute({ view, open, filters }: Route): string {
  const set = Object.entries(filters).filter(([, value]) => value !== '');
  const query = set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
  return `#/${view}${open === null ? '' : `/${encodeURIComponent(open)}`}${query}`;
}

export type Go = (change: Partial<Route>, how?: 'push' | 'replace') => void;

/** The route in the address, and the way to change it; steps through a list replace it, so that "back" leaves the list. */
export function useRoute(): readonly [Route, Go] {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useLayoutEffect(() => {
    const read = () => setRoute(readRoute(location.hash));
    addEventListener('popstate', read);
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('hashchange', read);
    };
  }, []);
  function go(change: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
    const next = { ...readRoute(location.hash), ...change };
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', writeRoute(next));
    setRoute(next);
  }
  return [route, go];
}

/** What is no percent-encoding is taken as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
