export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Bytes that were fetched (the part of in-toto's ResourceDescriptor that is needed here). */
export interface ResourceDescriptor {
  /** What was asked for. */
  readonly uri: string;
  /** Lower-case hex of the body after content decoding. */
  readonly sha256: string;
  /** RFC 3339, UTC. */
  readonly retrievedAt: string;
}

/** RFC 6901 JSON pointer. Sitemaps are pointed into as if they were JSON: `/urlset/url/17/loc`. */
export type Pointer = string;

/** A value's bytes, and where in them it stands. */
export interface Place {
  readonly resource: ResourceDescriptor;
  readonly pointer: Pointer;
}
