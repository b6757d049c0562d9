import { NO_FILTERS } from './filters.ts';
import { keyOf, type Listed } from './entries.ts';
import { linesOf } from './lists.ts';
import { writeRoute } from './route.ts';
import { Code, Text } from './text.tsx';

export function EntryById({ id }: { readonly id: string }) {
  const [line] = linesOf(id);
  return line === undefined ? <Code of={id} most={200} /> : <EntryLink line={line} />;
}

export function EntryLink({ line }: { readonly line: Listed }) {
  const scope = line.candidate === null ? 'all' : '';
  return (
    <a href={writeRoute({ view: 'candidates', open: keyOf(line), filters: { ...NO_FILTERS, scope } })}>
      <Text of={line.id} most={160} />
    </a>
  );
}
