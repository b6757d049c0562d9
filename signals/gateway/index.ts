import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import type { Signal } from '../../src/signal.ts';
import { baseUrlOverride } from './base-url-override.ts';
import { credentialToNonBrand } from './credential-to-non-brand.ts';
import { foreignBrandHost } from './foreign-brand-host.ts';
import { hostFanout } from './host-fanout.ts';
import { knownHost } from './known-host.ts';
import { platformSubdomain } from './platform-subdomain.ts';
import { publisherFanout } from './publisher-fanout.ts';
import { serverSideKeys } from './server-side-keys.ts';
import { templatedWrappers } from './templated-wrappers.ts';
import { tunnelHost } from './tunnel-host.ts';

/** Facts about entries behind gateways, worth no points: who stands there, where keys go, how it is made. */
export const gatewaySignals: readonly Signal<GatewayContext>[] = [
  knownHost,
  hostFanout,
  publisherFanout,
  templatedWrappers,
  credentialToNonBrand,
  baseUrlOverride,
  foreignBrandHost,
  serverSideKeys,
  platformSubdomain,
  tunnelHost,
];
