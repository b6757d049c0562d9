const CONFIDENCE = 0.95;

/**
 * The largest share that a set may have of something of which none was found among `looked` draws from it, at 95 % confidence.
 *
 * Exact one-sided binomial bound for zero hits, the p at which (1 − p)ⁿ = 0.05 (Clopper and Pearson, Biometrika 26, 1934;
 * about 3/n, Hanley and Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 249, 1983). 1 where nothing was
 * looked at. It takes what was looked at for a random draw.
 */
export function upperBound(looked: number): number {
  return -Math.expm1(Math.log(1 - CONFIDENCE) / looked);
}

/** Two significant digits, rounded up, so that what is shown is a bound as well: `0.073 %`. */
export function percentUp(share: number): string {
  const percent = share * 100;
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(percent)));
  const steps = 10 ** decimals;
  return `${(Math.ceil(percent * steps) / steps).toFixed(decimals)} %`;
}
