declare module '@pnpm/npm-conf' {
  /** npm's configuration as npm itself would find it: environment, npmrc files from the working folder up, defaults. */
  export default function npmConf(): { readonly config: { get(key: string): unknown } };
}
