import type { ComponentChildren } from 'preact';
import { Address } from './address.tsx';
import { Text } from './text.tsx';

interface NoticesProps {
  readonly of: readonly string[];
  readonly children?: ComponentChildren;
}

/** What has to be read before a page's tables. */
export function Notices({ of, children }: NoticesProps) {
  return (
    <div class="notices">
      {of.map((notice) => (
        <p key={notice}>
          <Linked of={notice} />
        </p>
      ))}
      {children}
    </div>
  );
}

/** Attributions hold the address that their terms ask for. */
function Linked({ of }: { readonly of: string }) {
  const [before = '', address, after = ''] = of.split(/(https:\/\/[^\s)]{1,200})/, 3);
  return (
    <>
      <Text of={before} most={2_000} />
      {address !== undefined && <Address of={address} />}
      <Text of={after} most={2_000} />
    </>
  );
}
