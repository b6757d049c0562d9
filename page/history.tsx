import type { PageHistory, PageVersion } from '../src/report/page-data.ts';
import { count, Text } from './text.tsx';
import { Section } from './section.tsx';

export function History({ of: { records, packages } }: { readonly of: PageHistory }) {
  return (
    <Section title="History">
      {packages.map(({ purl, releases, older }) => (
        <Versions key={purl} title={purl} versions={releases} older={older} />
      ))}
      {records.length > 1 && <Versions title="Records in the registry" versions={records} older={0} />}
    </Section>
  );
}

interface VersionsProps {
  readonly title: string;
  readonly versions: readonly PageVersion[];
  readonly older: number;
}

function Versions({ title, versions, older }: VersionsProps) {
  return (
    <table class="plain history">
      <caption>
        <Text of={title} most={160} />
        {older > 0 && <span class="faint"> and {count(older)} older</span>}
      </caption>
      <tbody>
        {versions.toReversed().map(({ version, publishedAt, by }, index) => (
          <tr key={index}>
            <th scope="row">
              <Text of={version} most={60} />
            </th>
            <td>
              {publishedAt === null ? <span class="faint">not said</span> : <Text of={publishedAt.slice(0, 10)} />}
            </td>
            <td>{by === null ? '' : <Text of={by} most={60} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
