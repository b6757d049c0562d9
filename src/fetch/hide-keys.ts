/** Short ones would be found inside ordinary words, and no service gives out keys of this length. */
const MIN_SECRET_CHARACTERS = 6;

/** Makes text from a server fit to be kept and shown: some echo the key that they refuse. */
export function keyHider(headers: readonly Readonly<Record<string, string>>[]): (text: string) => string {
  const secrets = headers
    .flatMap((each) => Object.values(each))
    // `Bearer abc` is echoed as `abc` too.
    .flatMap((value) => [value, value.slice(value.lastIndexOf(' ') + 1)])
    .filter((secret) => secret.length >= MIN_SECRET_CHARACTERS);
  return (text) => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '[key]'), text);
}
