import type { PageDetail, PageRow } from '../src/report/page-data.ts';
import { type Listed } from './entries.ts';
import { Address, listingAddress } from './address.tsx';
import { count, Text } from './text.tsx';

export function Record({
  line,
  candidate,
  detail: { shown },
}: {
  readonly line: Listed;
  readonly candidate: PageRow;
  readonly detail: PageDetail;
}) {
  return (
    <>
      {shown.description !== null && (
        <p class="description">
          <Text of={shown.description} most={1_000} />
        </p>
      )}
      <dl class="record">
        {candidate.title !== null && <Field name="title" value={[candidate.title]} />}
        <Field name="publisher" value={line.publisher === null ? null : [line.publisher]} />
        <Field name="version" value={shown.version === null ? null : [shown.version]} />
        <Field name="repository" value={shown.repository === null ? null : [shown.repository]} />
        <Field name="packages" value={shown.packages} />
        <Field name="answers on" value={shown.remotes} />
        {shown.reach !== null && <Field name="uses counted" value={[count(shown.reach)]} />}
        {candidate.brands.length > 0 && <Field name="compared with" value={[candidate.brands.join(', ')]} />}
      </dl>
      <Listing id={line.id} />
    </>
  );
}

/** null is unknown and says so. */
function Field({ name, value }: { readonly name: string; readonly value: readonly string[] | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value === null && <span class="faint">not said</span>}
        {value?.length === 0 && 'none'}
        {value?.map((each) => (
          <span key={each} class="item">
            <Text of={each} />
          </span>
        ))}
      </dd>
    </>
  );
}

/** The link that the terms of a registry ask for beside each of its listings. */
export function Listing({ id }: { readonly id: string }) {
  const address = listingAddress(id);
  if (address === null) return null;
  return (
    <p class="where">
      <Address of={address}>Listing on Glama</Address>, used under the Glama API Data License.
    </p>
  );
}
