import type { PageDetail, PageRow } from '../src/report/page-data.ts';
import { answersOf, declarations } from './data.ts';
import { SignalCard } from './evidence.tsx';
import { Code, Text } from './text.tsx';
import { Section } from './section.tsx';

/** Clearing evidence: found, looked for and not there, or not to be looked for. */
export function Against({ candidate, detail }: { readonly candidate: PageRow; readonly detail: PageDetail }) {
  const { cleared, notLookedFor, resources } = detail;
  const silent = answersOf(detail).silent.filter((id) => declarations.get(id)?.role === 'clears');
  return (
    <Section title="What speaks against it">
      {cleared.map((each) => (
        <SignalCard key={each.signal} of={each} weight={`−${each.weight} %`} resources={resources} />
      ))}
      {cleared.length === 0 && <p class="faint">No clearing evidence of {candidate.pipeline} was found.</p>}
      {notLookedFor.length > 0 && (
        <ul class="plain-list">
          {notLookedFor.map(({ signal, reason }) => (
            <li key={signal}>
              Could not be looked for: {declarations.get(signal)?.title ?? signal}{' '}
              <span class="faint">
                (<Text of={reason} />)
              </span>
            </li>
          ))}
        </ul>
      )}
      {silent.length > 0 && (
        <p class="faint">
          Looked for and not there: {silent.map((id) => declarations.get(id)?.title ?? id).join('; ')}.
        </p>
      )}
    </Section>
  );
}

export function Silent({ detail }: { readonly detail: PageDetail }) {
  const { notRead } = detail;
  const { silent, unseen } = answersOf(detail);
  return (
    <section>
      <details>
        <summary>
          <h2>
            Silent {silent.length}, unseen {unseen.length + notRead.length}
          </h2>
        </summary>
        <p class="faint">
          Silent: looked and found nothing. Unseen: could not look. Neither says that the entry is free of harm.
        </p>
        <h3>Unseen</h3>
        <ul class="plain-list">
          {unseen.map(({ signal, reason }) => (
            <li key={signal}>
              <code>{signal}</code>{' '}
              <span class="faint">
                <Text of={reason} />
              </span>
            </li>
          ))}
          {notRead.map(({ ecosystem, identifier, reason }) => (
            <li key={identifier}>
              <Code of={`${ecosystem}:${identifier}`} />{' '}
              <span class="faint">
                history not read: <Text of={reason} />
              </span>
            </li>
          ))}
        </ul>
        <h3>Silent</h3>
        <p class="codes">
          {silent.map((id) => (
            <code key={id}>{id}</code>
          ))}
        </p>
      </details>
    </section>
  );
}
